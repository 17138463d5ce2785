package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.Screening;
import dev.corridor.application.transaction.port.Screening.Payment;
import dev.corridor.application.transaction.port.Screening.Verdict;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.transaction.TransactionError.ScreeningUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;

/**
 * Has payouts decided with what the screening says of them. A decision that needs a verdict which is not known ends without a trace; the screening is
 * asked, and the decision is taken again with its answer. So nothing is locked while it thinks, nothing is asked about what is refused for another
 * reason, and a request that was answered before is not screened again.
 */
final class Screened {

    private static final Logger LOG = System.getLogger(Screened.class.getName());

    private final Screening screening;

    Screened(Screening screening) {
        this.screening = screening;
    }

    /** What was said of a payment. Whom a beneficiary stands for never changes, so it holds for the decision that is taken again. */
    record Told(Payment payment, Verdict verdict) {

        Optional<Verdict> of(Payment other) {
            boolean isSame = payment.beneficiary().id().equals(other.beneficiary().id()) && payment.amount().equals(other.amount());
            return isSame ? Optional.of(verdict) : Optional.empty();
        }
    }

    /** Not a fault, so without a stack trace. */
    private static final class NotScreened extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Payment payment;

        NotScreened(Payment payment) {
            super("must be screened first", null, false, false);
            this.payment = payment;
        }
    }

    /** @param decide hands what it is given to {@link #verdict} inside the decision, once or twice */
    <R> R decide(Function<Optional<Told>, R> decide) {
        try {
            return decide.apply(Optional.empty());
        } catch (NotScreened unknown) {
            return decide.apply(Optional.of(ask(unknown.payment)));
        }
    }

    Verdict verdict(Payment payment, Optional<Told> told) {
        return told.flatMap(before -> before.of(payment)).or(() -> screening.known(payment)).orElseThrow(() -> new NotScreened(payment));
    }

    private Told ask(Payment payment) {
        try {
            return new Told(payment, screening.screen(payment));
        } catch (Screening.Unavailable e) {
            LOG.log(Level.WARNING, "A payout to {0} could not be screened: {1}", payment.beneficiary().id(), e.getMessage());
            throw new BusinessException(new ScreeningUnavailable());
        }
    }
}

package dev.corridor.application.transaction.port;

import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/**
 * Says of each payout whether it may be made, such as a provider that knows lists of sanctions. It is asked before the money is set aside, and between
 * decisions, because its answer may take as long as a network call.
 */
public interface Screening {

    /** Nothing is screened: everything is allowed. */
    Screening NONE = new Screening() {

        @Override
        public Optional<Verdict> known(Payment payment) {
            return Optional.of(Verdict.ALLOW);
        }

        @Override
        public Verdict screen(Payment payment) {
            return Verdict.ALLOW;
        }
    };

    /** What is to be paid, and to whom. */
    record Payment(OrganizationId organization, Beneficiary beneficiary, Money amount) {}

    enum Verdict {
        ALLOW,
        /** A person is to look at it first. */
        REVIEW,
        REFUSE
    }

    /** The verdict that needs no question, if there is one. Part of a decision: no I/O. */
    Optional<Verdict> known(Payment payment);

    /** @throws Unavailable if there is no answer; it is then not known whether the payment may be made */
    Verdict screen(Payment payment);

    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String reason) {
            super(reason, null, false, false);
        }
    }
}

package dev.corridor.testing.model;

import dev.corridor.application.transaction.port.Chain.Sending;
import java.util.Optional;
import java.util.UUID;

/** Whether a customer can rely on being answered. */
public enum Certainty {

    /** Every request is answered. */
    ANSWERED,

    /**
     * A request may be left without an answer, and is then sent again, for as long as it takes. A careful customer names every request, so
     * that it has one effect all the same. What the chain says is not asked for again, so it is not part of it.
     */
    ANSWERS_MAY_BE_LOST;

    boolean admits(Draw draw) {
        return this == ANSWERED || draw.kind() != Draw.Kind.CHAIN_TELLS;
    }

    Known.Named named(Known.Named asked) {
        if (this == ANSWERED || !(asked.step() instanceof Step.Request request)) {
            return asked;
        }
        return new Known.Named(withoutFailingSend(request), asked.name().or(() -> Optional.of(UUID.randomUUID().toString())));
    }

    private static Step.Request withoutFailingSend(Step.Request request) {
        return request instanceof Step.PayOutCrypto payout
                ? new Step.PayOutCrypto(payout.account(), payout.beneficiary(), payout.amount(), Sending.ACCEPTED)
                : request;
    }
}

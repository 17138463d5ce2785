package dev.corridor.testing.model;

import dev.corridor.application.transaction.port.Chain.Sending;
import java.util.Optional;
import java.util.UUID;

/** Whether responses can get lost. */
public enum Certainty {

    /** Every request is answered. */
    ANSWERED,

    /**
     * Responses may get lost; the request is then retried until one arrives. Each request has an idempotency key, so it takes effect once.
     * Steps of the simulated chain and of time are not retried, so they are exempt.
     */
    ANSWERS_MAY_BE_LOST;

    boolean admits(Draw draw) {
        return this == ANSWERED || draw.kind() != Draw.Kind.CHAIN_TELLS && draw.kind() != Draw.Kind.WAITS_END;
    }

    Known.Named named(Known.Named asked) {
        if (this == ANSWERED || !(asked.step() instanceof Step.Request request)) {
            return asked;
        }
        return new Known.Named(withoutFailingSend(request), asked.name().or(() -> Optional.of(UUID.randomUUID().toString())));
    }

    private static Step.Request withoutFailingSend(Step.Request request) {
        return request instanceof Step.PayOutCrypto payout
                ? new Step.PayOutCrypto(payout.account(), payout.beneficiary(), payout.amount(), payout.reference(), Sending.ACCEPTED)
                : request;
    }
}

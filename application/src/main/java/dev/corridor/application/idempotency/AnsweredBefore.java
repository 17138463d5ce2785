package dev.corridor.application.idempotency;

import dev.corridor.domain.idempotency.IdempotencyRecord;

/** A response is stored for the idempotency key and must be replayed. Not a fault, so without a stack trace. */
public final class AnsweredBefore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient IdempotencyRecord remembered;

    public AnsweredBefore(IdempotencyRecord remembered) {
        super("answered before, at " + remembered.answeredAt(), null, false, false);
        this.remembered = remembered;
    }

    public IdempotencyRecord remembered() {
        return remembered;
    }
}

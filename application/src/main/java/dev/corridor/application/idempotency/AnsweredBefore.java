package dev.corridor.application.idempotency;

import dev.corridor.domain.idempotency.IdempotencyRecord;

/** The request was answered before: the answer to give again. No fault, so it has no stack trace. */
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

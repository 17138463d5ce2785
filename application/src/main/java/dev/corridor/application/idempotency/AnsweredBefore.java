package dev.corridor.application.idempotency;

import dev.corridor.domain.idempotency.Remembered;

/** The request was answered before: the answer to give again. No fault, so it has no stack trace. */
public final class AnsweredBefore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Remembered remembered;

    public AnsweredBefore(Remembered remembered) {
        super("answered before, at " + remembered.answeredAt(), null, false, false);
        this.remembered = remembered;
    }

    public Remembered remembered() {
        return remembered;
    }
}

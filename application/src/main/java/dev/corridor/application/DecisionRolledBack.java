package dev.corridor.application;

/**
 * A decision could not be written, and it is certain that nothing of it is kept: the victim of a deadlock, one that waited too long for a lock, one
 * that the database refuses. A fault, not an answer of the business; the same command may be given again.
 */
public final class DecisionRolledBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DecisionRolledBack(RuntimeException cause) {
        super("nothing of the decision is kept", cause);
    }
}

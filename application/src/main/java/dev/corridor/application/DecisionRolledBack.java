package dev.corridor.application;

/**
 * A decision was certainly rolled back: a deadlock victim, a lock timeout, or an error of the database. A fault and not a business error;
 * the command may be retried.
 */
public final class DecisionRolledBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DecisionRolledBack(RuntimeException cause) {
        super("the decision was rolled back", cause);
    }
}

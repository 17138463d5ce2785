package dev.corridor.bank.iso;

/** A file that is no message, or none that is understood. */
public final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayBeUnfinished;

    private UnreadableMessage(String reason, boolean mayBeUnfinished) {
        super(reason, null, false, false);
        this.mayBeUnfinished = mayBeUnfinished;
    }

    UnreadableMessage(String reason) {
        this(reason, false);
    }

    static UnreadableMessage notWellFormed(String reason) {
        return new UnreadableMessage("is not well-formed XML: " + reason, true);
    }

    /** Whether it looks like the first part of a file that is still being written. */
    public boolean mayBeUnfinished() {
        return mayBeUnfinished;
    }
}

package dev.corridor.persistence.lane;

/** Which decisions may share a transaction. */
public enum BatchScope {

    /** Any: one wait for the disk serves them all. */
    ANY,

    /** Those of one organization, for engines that distribute the tables by it and lock on one server at a time. */
    ORGANIZATION;

    boolean allows(PendingDecision first, PendingDecision other) {
        return switch (this) {
            case ANY -> true;
            case ORGANIZATION -> first.organization().equals(other.organization());
        };
    }
}

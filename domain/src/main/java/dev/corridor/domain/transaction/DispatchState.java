package dev.corridor.domain.transaction;

/** What has left the house of a payout. */
public enum DispatchState {
    /** Nothing. */
    WAITING,
    /** What is to be sent is stored. The rail may have it. */
    PREPARED,
    /** The rail has it. */
    SENT,
    /** Nothing, and nothing will. */
    WITHDRAWN
}

package dev.corridor.domain.feed;

/** What an event is about. */
public enum EventKind {
    TRANSACTION,
    QUOTE
}

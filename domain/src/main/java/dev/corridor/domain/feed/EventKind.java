package dev.corridor.domain.feed;

/** What an event is about. Those of the first two have a {@link Channel}; all of them reach webhooks. */
public enum EventKind {
    TRANSACTION,
    QUOTE,
    BENEFICIARY,
    API_KEY,
    WEBHOOK_ENDPOINT,
    ORGANIZATION
}

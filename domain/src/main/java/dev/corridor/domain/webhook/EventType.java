package dev.corridor.domain.webhook;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a message says has happened. Its text is the name of a resource, a dot, and the change. Source: the NXOS contract, section 1, for the
 * first two; the others are Corridor's own.
 */
public enum EventType {
    TRANSACTION_STATUS_UPDATED("transaction.status.updated"),
    ORGANIZATION_VERIFICATION_UPDATED("organization.verification.updated"),
    QUOTE_CREATED("quote.created"),
    QUOTE_EXECUTED("quote.executed"),
    BENEFICIARY_CREATED("beneficiary.created"),
    BENEFICIARY_UPDATED("beneficiary.updated"),
    BENEFICIARY_ARCHIVED("beneficiary.archived"),
    API_KEY_CREATED("api_key.created"),
    API_KEY_CHANGED("api_key.changed"),
    API_KEY_ENABLED("api_key.enabled"),
    API_KEY_LOCKED("api_key.locked"),
    API_KEY_UNLOCKED("api_key.unlocked"),
    API_KEY_ROTATED("api_key.rotated"),
    API_KEY_DELETED("api_key.deleted"),
    WEBHOOK_ENDPOINT_DISABLED("webhook_endpoint.disabled"),
    WEBHOOK_ENDPOINT_TEST("webhook_endpoint.test");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    public static Optional<EventType> find(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findAny();
    }

    public static EventType parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("no such event type"));
    }

    @Override
    public String toString() {
        return text;
    }
}

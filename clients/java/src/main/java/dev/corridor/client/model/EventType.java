package dev.corridor.client.model;

public enum EventType implements Word {
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
    WEBHOOK_ENDPOINT_TEST("webhook_endpoint.test"),
    UNRECOGNIZED("");

    private final String value;

    EventType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}

package dev.corridor.client.model;

public enum SandboxTrigger implements Word {
    AUTHENTICATION_FAILED("authentication_failed"),
    TOKEN_EXPIRED("token_expired"),
    RATE_LIMIT_EXCEEDED("rate_limit_exceeded"),
    QUOTA_EXHAUSTED("quota_exhausted"),
    QUOTE_EXPIRED("quote_expired"),
    PRICE_MOVED("price_moved"),
    PAYOUT_TOO_LARGE("payout_too_large"),
    BENEFICIARY_COOLING_OFF("beneficiary_cooling_off"),
    PAYOUT_LIMIT_EXCEEDED("payout_limit_exceeded"),
    IDEMPOTENCY_REQUEST_IN_FLIGHT("idempotency_request_in_flight"),
    DATA_SOURCE_UNAVAILABLE("data_source_unavailable"),
    SERVICE_UNAVAILABLE("service_unavailable"),
    INTERNAL_ERROR("internal_error"),
    UNRECOGNIZED("");

    private final String value;

    SandboxTrigger(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}

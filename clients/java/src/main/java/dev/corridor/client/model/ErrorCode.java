package dev.corridor.client.model;

public enum ErrorCode implements Word {
    MISSING_API_KEY("missing_api_key"),
    MISSING_NONCE("missing_nonce"),
    MISSING_SIGNATURE("missing_signature"),
    INVALID_NONCE("invalid_nonce"),
    INVALID_API_KEY("invalid_api_key"),
    AUTHENTICATION_FAILED("authentication_failed"),
    INVALID_TOKEN("invalid_token"),
    INVALID_TOKEN_TYPE("invalid_token_type"),
    TOKEN_EXPIRED("token_expired"),
    TOKEN_REVOKED("token_revoked"),
    ACCOUNT_LOCKED("account_locked"),
    INVALID_CREDENTIALS("invalid_credentials"),
    API_KEY_DELETED("api_key_deleted"),
    API_KEY_DEPRECATED("api_key_deprecated"),
    API_KEY_EXPIRED("api_key_expired"),
    API_KEY_NOT_ENABLED("api_key_not_enabled"),
    API_KEY_LOCKED("api_key_locked"),
    CLIENT_INACTIVE("client_inactive"),
    IP_NOT_ALLOWED("ip_not_allowed"),
    WRONG_SIGNATURE("wrong_signature"),
    NONCE_NOT_MONOTONOUS("nonce_not_monotonous"),
    FORBIDDEN("forbidden"),
    TIER_INSUFFICIENT("tier_insufficient"),
    RATE_LIMIT_EXCEEDED("rate_limit_exceeded"),
    QUOTA_EXHAUSTED("quota_exhausted"),
    ORGANIZATION_NOT_FOUND("organization_not_found"),
    ACCOUNT_NOT_FOUND("account_not_found"),
    BENEFICIARY_NOT_FOUND("beneficiary_not_found"),
    QUOTE_NOT_FOUND("quote_not_found"),
    API_KEY_NOT_FOUND("api_key_not_found"),
    NOT_FOUND("not_found"),
    SYMBOL_NOT_FOUND("symbol_not_found"),
    QUOTE_ALREADY_USED("quote_already_used"),
    QUOTE_EXPIRED("quote_expired"),
    PRICE_MOVED("price_moved"),
    BENEFICIARY_ALREADY_ARCHIVED("beneficiary_already_archived"),
    FEE_SCHEDULE_DRIFTED("fee_schedule_drifted"),
    REFERENCE_TAKEN("reference_taken"),
    TRANSACTION_ALREADY_REVERSED("transaction_already_reversed"),
    TRANSACTION_NOT_REVERSIBLE("transaction_not_reversible"),
    API_KEY_TRANSITION_REFUSED("api_key_transition_refused"),
    LAST_MANAGING_KEY("last_managing_key"),
    API_KEY_NAME_TAKEN("api_key_name_taken"),
    API_KEY_LIMIT_REACHED("api_key_limit_reached"),
    WEBHOOK_ENDPOINT_LIMIT_REACHED("webhook_endpoint_limit_reached"),
    SESSION_NOT_FOUND("session_not_found"),
    EMAIL_TAKEN("email_taken"),
    IDEMPOTENCY_REQUEST_IN_FLIGHT("idempotency_request_in_flight"),
    IDEMPOTENCY_KEY_IN_USE("idempotency_key_in_use"),
    CONNECTION_NOT_FOUND("connection_not_found"),
    CONNECTION_LIMIT_EXCEEDED("connection_limit_exceeded"),
    INVALID_MESSAGE_FORMAT("invalid_message_format"),
    UNKNOWN_COMMAND("unknown_command"),
    CHANNEL_UNAVAILABLE("channel_unavailable"),
    SUBSCRIPTION_LIMIT_EXCEEDED("subscription_limit_exceeded"),
    RESUME_POINT_LOST("resume_point_lost"),
    INSUFFICIENT_FUNDS("insufficient_funds"),
    VALIDATION_ERROR("validation_error"),
    ASSET_NOT_SUPPORTED("asset_not_supported"),
    MISSING_PARAMETER("missing_parameter"),
    LIMIT_EXCEEDED("limit_exceeded"),
    INVALID_TIME_RANGE("invalid_time_range"),
    SLIPPAGE_EXCEEDS_MAXIMUM("slippage_exceeds_maximum"),
    INVALID_REQUEST("invalid_request"),
    CHAIN_SEND_FAILED("chain_send_failed"),
    DATA_SOURCE_UNAVAILABLE("data_source_unavailable"),
    SERVICE_UNAVAILABLE("service_unavailable"),
    INTERNAL_ERROR("internal_error"),
    UNRECOGNIZED("");

    private final String value;

    ErrorCode(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}

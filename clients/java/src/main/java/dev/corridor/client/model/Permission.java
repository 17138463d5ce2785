package dev.corridor.client.model;

public enum Permission implements Word {
    ORGANIZATION_READ("organization:read"),
    ORGANIZATION_WRITE("organization:write"),
    ACCOUNTS_READ("accounts:read"),
    ACCOUNTS_WRITE("accounts:write"),
    BENEFICIARIES_READ("beneficiaries:read"),
    BENEFICIARIES_WRITE("beneficiaries:write"),
    QUOTES_READ("quotes:read"),
    QUOTES_WRITE("quotes:write"),
    TRANSACTIONS_READ("transactions:read"),
    TRANSACTIONS_WRITE("transactions:write"),
    TRANSACTIONS_REVERSE("transactions:reverse"),
    PAYOUTS_WRITE("payouts:write"),
    API_KEYS_READ("api-keys:read"),
    API_KEYS_WRITE("api-keys:write"),
    AUDIT_READ("audit:read"),
    FEED_READ("feed:read"),
    FEED_WRITE("feed:write"),
    WEBHOOKS_READ("webhooks:read"),
    WEBHOOKS_WRITE("webhooks:write"),
    WEBHOOK_SECRETS_READ("webhook-secrets:read"),
    SANDBOX_WRITE("sandbox:write"),
    UNRECOGNIZED("");

    private final String value;

    Permission(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}

package dev.corridor.domain.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a key or a user may be allowed to do. Its text is the name of a feature, a colon, and {@code read} or {@code write}. */
public enum Permission {
    ORGANIZATION_READ("organization:read"),
    ACCOUNTS_READ("accounts:read"),
    ACCOUNTS_WRITE("accounts:write"),
    BENEFICIARIES_READ("beneficiaries:read"),
    BENEFICIARIES_WRITE("beneficiaries:write"),
    QUOTES_READ("quotes:read"),
    QUOTES_WRITE("quotes:write"),
    TRANSACTIONS_READ("transactions:read"),
    TRANSACTIONS_WRITE("transactions:write"),
    PAYOUTS_WRITE("payouts:write"),
    API_KEYS_READ("api-keys:read"),
    API_KEYS_WRITE("api-keys:write"),
    AUDIT_READ("audit:read"),
    FEED_READ("feed:read"),
    FEED_WRITE("feed:write"),
    SANDBOX_WRITE("sandbox:write");

    /** Every one there is. */
    public static final Set<Permission> ALL = Collections.unmodifiableSet(EnumSet.allOf(Permission.class));

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    public static Permission parse(String text) {
        return Arrays.stream(values())
                .filter(permission -> permission.text.equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such permission"));
    }

    /** Whether it is to change something, or only to look. */
    public boolean changesSomething() {
        return text.endsWith(":write");
    }

    @Override
    public String toString() {
        return text;
    }
}

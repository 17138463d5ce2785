package dev.corridor.domain.access;

import dev.corridor.domain.organization.Environment;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a key or a user may be allowed to do. Its text is the name of a feature, a colon, and what may be done to it. */
public enum Permission {
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
    SANDBOX_WRITE("sandbox:write");

    /** Every one there is. */
    public static final Set<Permission> ALL = Collections.unmodifiableSet(EnumSet.allOf(Permission.class));

    /** What undoes the trades of a customer at the cost of the house, or the other way round. */
    private static final Set<Permission> OF_OPERATORS = EnumSet.of(TRANSACTIONS_REVERSE);

    private static final Set<Permission> WITH_REAL_MONEY = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(OF_OPERATORS)));

    /** What a letter of authorization covers. The rest belongs to the organization that acts: its keys, endpoints, connections and logs. */
    private static final Set<Permission> OF_BROKERS = EnumSet.of(
            ORGANIZATION_READ,
            ORGANIZATION_WRITE,
            ACCOUNTS_READ,
            ACCOUNTS_WRITE,
            BENEFICIARIES_READ,
            BENEFICIARIES_WRITE,
            QUOTES_READ,
            QUOTES_WRITE,
            TRANSACTIONS_READ,
            TRANSACTIONS_WRITE,
            TRANSACTIONS_REVERSE,
            PAYOUTS_WRITE,
            SANDBOX_WRITE);

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    /** What customers may have and hand out. In the sandbox they play the operator as well. */
    public static Set<Permission> ofCustomers(Environment environment) {
        return switch (environment) {
            case SANDBOX -> ALL;
            case LIVE -> WITH_REAL_MONEY;
        };
    }

    public static Permission parse(String text) {
        return Arrays.stream(values())
                .filter(permission -> permission.text.equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such permission"));
    }

    /** Whether it is to change something, or only to look. */
    public boolean changesSomething() {
        return !text.endsWith(":read");
    }

    /** Whether it is refused to an organization that is not approved. Without the exception, none could become approved. */
    public boolean needsApproval() {
        return changesSomething() && this != ORGANIZATION_WRITE;
    }

    /** Whether it may be used for another organization, under a letter of authorization. */
    public boolean isOfBrokers() {
        return OF_BROKERS.contains(this);
    }

    @Override
    public String toString() {
        return text;
    }
}

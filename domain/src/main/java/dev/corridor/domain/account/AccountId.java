package dev.corridor.domain.account;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code acct_} and 32 hex digits. */
public record AccountId(UUID uuid) {

    private static final String PREFIX = "acct_";

    public static AccountId parse(String text) {
        return new AccountId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

package dev.corridor.domain.user;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code tok_} and 32 hex digits. Identifies a token and is not a secret. */
public record TokenId(UUID uuid) {

    private static final String PREFIX = "tok_";

    public static TokenId parse(String text) {
        return new TokenId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

package dev.corridor.domain.access;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code user_} and 32 hex digits. Identifies a user without personal data. */
public record UserId(UUID uuid) implements Principal {

    private static final String PREFIX = "user_";

    public static UserId parse(String text) {
        return new UserId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

package dev.corridor.domain.access;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code key_} and 32 hex digits. Identifies a key without revealing its secret. */
public record ApiKeyId(UUID uuid) implements Principal {

    static final String PREFIX = "key_";

    public static ApiKeyId parse(String text) {
        return new ApiKeyId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

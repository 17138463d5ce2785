package dev.corridor.domain.organization;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code loa_} and 32 hex digits. It orders letters of authorization; the API names a letter by its two organizations. */
public record LetterId(UUID uuid) {

    private static final String PREFIX = "loa_";

    public static LetterId parse(String text) {
        return new LetterId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

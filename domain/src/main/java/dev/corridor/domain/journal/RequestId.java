package dev.corridor.domain.journal;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code req_} and 32 hex digits. */
public record RequestId(UUID uuid) {

    private static final String PREFIX = "req_";

    public static RequestId parse(String text) {
        return new RequestId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

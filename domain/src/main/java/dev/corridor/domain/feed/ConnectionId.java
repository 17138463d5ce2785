package dev.corridor.domain.feed;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code conn_} and 32 hex digits. */
public record ConnectionId(UUID uuid) {

    private static final String PREFIX = "conn_";

    public static ConnectionId parse(String text) {
        return new ConnectionId(PrefixedUuid.parse(PREFIX, text));
    }

    /** Whether the text has the prefix of such an id, well-formed or not. */
    public static boolean isMeantBy(String text) {
        return text.startsWith(PREFIX);
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

package dev.corridor.domain.user;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code sess_} and 32 hex digits. Identifies a session and is not a secret. */
public record SessionId(UUID uuid) {

    private static final String PREFIX = "sess_";

    public static SessionId parse(String text) {
        return new SessionId(PrefixedUuid.parse(PREFIX, text));
    }

    /** Whether the text is meant to be one. */
    public static boolean isMeantBy(String text) {
        return text.startsWith(PREFIX);
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

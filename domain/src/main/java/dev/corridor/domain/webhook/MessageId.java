package dev.corridor.domain.webhook;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code msg_} and 32 hex digits. Identifies a message for de-duplication: the same in each attempt, for each endpoint and after a replay. */
public record MessageId(UUID uuid) {

    private static final String PREFIX = "msg_";

    public static MessageId parse(String text) {
        return new MessageId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

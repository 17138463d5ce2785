package dev.corridor.domain.webhook;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code att_} and 32 hex digits. Identifies an attempt. */
public record AttemptId(UUID uuid) {

    private static final String PREFIX = "att_";

    public static AttemptId parse(String text) {
        return new AttemptId(PrefixedUuid.parse(PREFIX, text));
    }

    /** Of the trace that the message belongs to: the end of the id. */
    public long span() {
        return uuid.getLeastSignificantBits();
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

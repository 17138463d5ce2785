package dev.corridor.domain.quote;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code quote_} and 32 hex digits. */
public record QuoteId(UUID uuid) {

    private static final String PREFIX = "quote_";

    public static QuoteId parse(String text) {
        return new QuoteId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

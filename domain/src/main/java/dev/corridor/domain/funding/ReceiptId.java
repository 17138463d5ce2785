package dev.corridor.domain.funding;

import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.id.PrefixedUuid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * {@code rcpt_} and 32 hex digits: the first 16 bytes of SHA-256 over the rail and its reference. So the same arrival has the same id each time that it
 * is noticed, on every node.
 */
public record ReceiptId(UUID uuid) {

    private static final String PREFIX = "rcpt_";
    private static final String SEPARATOR = "\n";

    public static ReceiptId of(String rail, String reference) {
        var digest = ByteBuffer.wrap(Sha256.of((rail + SEPARATOR + reference).getBytes(StandardCharsets.UTF_8)));
        return new ReceiptId(new UUID(digest.getLong(), digest.getLong()));
    }

    public static ReceiptId parse(String text) {
        return new ReceiptId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}

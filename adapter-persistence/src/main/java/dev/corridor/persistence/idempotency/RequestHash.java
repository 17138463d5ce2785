package dev.corridor.persistence.idempotency;

import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.idempotency.IdempotencyKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The key of an answer in its table: the first 16 bytes of SHA-256 over organization, method, path, idempotency key and broker. The columns themselves would
 * make an index entry of a hundred bytes and more. A client could only collide with itself, because the organization is hashed too.
 */
public final class RequestHash {

    private static final String SEPARATOR = "\n";

    private RequestHash() {}

    public static UUID of(IdempotencyKey key) {
        var organization = key.organization().uuid();
        var broker = key.broker().map(acting -> SEPARATOR + acting).orElse("");
        var text = (String.join(SEPARATOR, key.method(), key.path(), key.text()) + broker).getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(2 * Long.BYTES + text.length)
                .putLong(organization.getMostSignificantBits())
                .putLong(organization.getLeastSignificantBits())
                .put(text);
        var digest = ByteBuffer.wrap(Sha256.of(bytes.array()));
        return new UUID(digest.getLong(), digest.getLong());
    }
}

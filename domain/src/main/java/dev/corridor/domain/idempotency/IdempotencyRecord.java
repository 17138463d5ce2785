package dev.corridor.domain.idempotency;

import java.time.Duration;
import java.time.Instant;

/**
 * The stored response to a request with an idempotency key.
 *
 * @param answer as the edge wrote it, replayed byte for byte
 */
public record IdempotencyRecord(IdempotencyKey key, Fingerprint fingerprint, String answer, Instant answeredAt) {

    /** Source: the NXOS contract, section 1, "Idempotency". */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    public boolean isForgottenAt(Instant now) {
        return !now.isBefore(answeredAt.plus(KEPT_FOR));
    }

    /** Leaves out the response, which may be confidential. */
    @Override
    public String toString() {
        return "IdempotencyRecord[" + key + ", " + answeredAt + "]";
    }
}

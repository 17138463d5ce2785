package dev.corridor.domain.idempotency;

import java.time.Duration;
import java.time.Instant;

/**
 * What was answered to a request.
 *
 * @param answer as the edge wrote it, to be given again byte for byte
 */
public record IdempotencyRecord(IdempotencyKey key, Fingerprint fingerprint, String answer, Instant answeredAt) {

    /** Source: the NXOS contract, section 1, "Idempotency". */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    public boolean isForgottenAt(Instant now) {
        return !now.isBefore(answeredAt.plus(KEPT_FOR));
    }

    /** An answer may hold anything. */
    @Override
    public String toString() {
        return "IdempotencyRecord[" + key + ", " + answeredAt + "]";
    }
}

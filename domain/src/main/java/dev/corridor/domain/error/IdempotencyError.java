package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.Outcome.UNKNOWN;
import static dev.corridor.domain.error.Retry.AFTER;

import java.time.Duration;

/** Why a request that was named with an idempotency key cannot be answered, in order of precedence. */
public sealed interface IdempotencyError extends BusinessError {

    @Failure(
            kind = CONFLICT,
            outcome = UNKNOWN,
            retry = AFTER,
            title = "The first request is in flight",
            meaning = "The first request with this key has not been answered yet.",
            advice = "Send the request again a little later, to read its answer.",
            message = "A request with this Idempotency-Key is still being processed. Retry it to read its answer.")
    record IdempotencyRequestInFlight() implements IdempotencyError, Temporary {

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(1);
        }
    }

    /** Another request was named with this key; the field is the first in which the two differ. */
    @Failure(
            kind = CONFLICT,
            title = "The idempotency key is in use",
            meaning = "Another request was named with this key; the message names the first field that differs.",
            advice = "Use a new key.")
    record IdempotencyKeyInUse(String field) implements IdempotencyError {

        @Override
        public String message() {
            return "This Idempotency-Key was used for a request with another " + field + ".";
        }
    }
}

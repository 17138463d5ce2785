package dev.corridor.domain.error;

/** Why a request that was named with an idempotency key cannot be answered, in order of precedence. */
public sealed interface IdempotencyError extends BusinessError {

    @Override
    default ErrorKind kind() {
        return ErrorKind.CONFLICT;
    }

    /** The first request with this key has not been answered yet. */
    record IdempotencyRequestInFlight() implements IdempotencyError {

        @Override
        public String code() {
            return "idempotency_request_in_flight";
        }

        @Override
        public String message() {
            return "A request with this Idempotency-Key is still being processed. Retry it to read its answer.";
        }
    }

    /** Another request was named with this key; the field is the first in which the two differ. */
    record IdempotencyKeyInUse(String field) implements IdempotencyError {

        @Override
        public String code() {
            return "idempotency_key_in_use";
        }

        @Override
        public String message() {
            return "This Idempotency-Key was used for a request with another " + field + ".";
        }
    }
}

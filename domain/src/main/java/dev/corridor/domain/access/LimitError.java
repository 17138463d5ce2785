package dev.corridor.domain.access;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;

/** What somebody asks for is too much, for now, in order of precedence. Sources: the NexusGlass contract, "Tiers"; TickDB, 3001 and 3002. */
public sealed interface LimitError extends BusinessError {

    @Override
    default ErrorKind kind() {
        return ErrorKind.LIMITED;
    }

    /** When the same request will be let through if nothing else is asked meanwhile. */
    Duration retryAfter();

    /** Rounded up: whoever waits that long has waited long enough. */
    default long retryAfterSeconds() {
        return Math.max(1, retryAfter().plusNanos(999_999_999).toSeconds());
    }

    record RateLimitExceeded(Duration retryAfter) implements LimitError {

        @Override
        public String code() {
            return "rate_limit_exceeded";
        }

        @Override
        public String message() {
            return "Too many requests. Retry after " + retryAfterSeconds() + (retryAfterSeconds() == 1 ? " second." : " seconds.");
        }
    }

    /** @param resetAt the beginning of the next month */
    record QuotaExhausted(Instant resetAt, Duration retryAfter) implements LimitError {

        @Override
        public String code() {
            return "quota_exhausted";
        }

        @Override
        public String message() {
            return "The requests of this month are used up. There are new ones at " + resetAt + ".";
        }
    }
}

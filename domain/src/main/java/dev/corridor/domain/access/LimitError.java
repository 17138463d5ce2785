package dev.corridor.domain.access;

import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.error.Temporary;
import java.time.Duration;
import java.time.Instant;

/** What somebody asks for is too much, for now, in order of precedence. Sources: the NexusGlass contract, "Tiers"; TickDB, 3001 and 3002. */
public sealed interface LimitError extends Temporary {

    @Override
    default ErrorKind kind() {
        return ErrorKind.LIMITED;
    }

    /** When the same request will be let through if nothing else is asked meanwhile. */
    @Override
    Duration retryAfter();

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

package dev.corridor.domain.access;

import static dev.corridor.domain.error.ErrorKind.LIMITED;
import static dev.corridor.domain.error.Retry.AFTER;

import dev.corridor.domain.error.Failure;
import dev.corridor.domain.error.Temporary;
import java.time.Duration;
import java.time.Instant;

/** More is asked for than the limits allow for now, in order of precedence. Sources: the NexusGlass contract, "Tiers"; TickDB, 3001 and 3002. */
public sealed interface LimitError extends Temporary {

    /** When the same request will be let through if nothing else is asked meanwhile. */
    @Override
    Duration retryAfter();

    @Failure(
            kind = LIMITED,
            retry = AFTER,
            title = "Too many requests",
            meaning = "There were too many requests for now.",
            advice = "Send the request again after `Retry-After` seconds.")
    record RateLimitExceeded(Duration retryAfter) implements LimitError {

        @Override
        public String message() {
            return "Too many requests. Retry after " + retryAfterSeconds() + (retryAfterSeconds() == 1 ? " second." : " seconds.");
        }
    }

    /** @param resetAt the beginning of the next month */
    @Failure(
            kind = LIMITED,
            retry = AFTER,
            title = "The quota is used up",
            meaning = "The requests of this month are used up.",
            advice = "Send the request again after `Retry-After` seconds, or use a key of a higher tier.")
    record QuotaExhausted(Instant resetAt, Duration retryAfter) implements LimitError {

        @Override
        public String message() {
            return "The requests of this month are used up. There are new ones at " + resetAt + ".";
        }
    }
}

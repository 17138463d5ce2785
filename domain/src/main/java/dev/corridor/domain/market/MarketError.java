package dev.corridor.domain.market;

import static dev.corridor.domain.error.ErrorKind.INVALID;
import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;
import static dev.corridor.domain.error.ErrorKind.UPSTREAM;
import static dev.corridor.domain.error.Retry.AFTER;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.error.Temporary;
import java.time.Duration;
import java.util.List;

/** What can be wrong with a look at the market, in order of precedence. */
public sealed interface MarketError extends BusinessError {

    /** @param supported the names of all symbols there are */
    @Failure(
            kind = NOT_FOUND,
            title = "Symbol not found",
            meaning = "There is no such pair of assets.",
            advice = "Use one of those that `supported` lists.")
    record SymbolNotFound(String symbol, List<String> supported) implements MarketError {

        public SymbolNotFound {
            supported = List.copyOf(supported);
        }

        @Override
        public String message() {
            return "There is no such symbol. Use one of " + String.join(", ", supported) + ".";
        }
    }

    /** The reason is a sentence. */
    @Failure(
            kind = INVALID,
            title = "The time range is invalid",
            meaning = "The time cannot be read, begins after its end, or is too long.",
            advice = "Mend `start_time` and `end_time`.")
    record InvalidTimeRange(String reason) implements MarketError {

        @Override
        public String message() {
            return reason;
        }
    }

    /**
     * There is no price that may be relied on: the source has not answered, has told nonsense, or has said nothing new for too long.
     *
     * @param service the source's name
     * @param upstreamStatus what became of the last attempt to ask it, in a word or two: {@code HTTP 503}, {@code timed out}
     */
    @Failure(
            kind = UPSTREAM,
            retry = AFTER,
            title = "There is no reliable price",
            meaning = "The source of a price does not answer, tells nonsense, or has told nothing new for too long.",
            advice = "Send the request again after `Retry-After` seconds. A quote that you have already stays good.")
    record DataSourceUnavailable(String service, String upstreamStatus) implements MarketError, Temporary {

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(5);
        }

        @Override
        public String message() {
            return "There is no reliable price at this moment: " + service + " (" + upstreamStatus + "). Nothing was done; retry after a moment.";
        }
    }
}

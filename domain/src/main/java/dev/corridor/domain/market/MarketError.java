package dev.corridor.domain.market;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;
import java.util.List;

/** What can be wrong with a look at the market, in order of precedence. */
public sealed interface MarketError extends BusinessError {

    /** @param supported the names of all symbols there are */
    record SymbolNotFound(String symbol, List<String> supported) implements MarketError {

        public SymbolNotFound {
            supported = List.copyOf(supported);
        }

        @Override
        public String code() {
            return "symbol_not_found";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }

        @Override
        public String message() {
            return "There is no such symbol. Use one of " + String.join(", ", supported) + ".";
        }
    }

    /** The reason is a sentence. */
    record InvalidTimeRange(String reason) implements MarketError {

        @Override
        public String code() {
            return "invalid_time_range";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.INVALID;
        }

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
    record DataSourceUnavailable(String service, String upstreamStatus) implements MarketError {

        @Override
        public String code() {
            return "data_source_unavailable";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UPSTREAM;
        }

        @Override
        public String message() {
            return "There is no reliable price at this moment: " + service + " (" + upstreamStatus + "). Nothing was done; retry after a moment.";
        }
    }
}

package dev.corridor.http.api.market;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.market.MarketError.InvalidTimeRange;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.Optional;

/** Parses the parameters of market data endpoints. */
final class MarketParameters {

    static final int DEFAULT_LIMIT = 100;

    /** Source: the TickDB contract, code 2004. */
    static final int MAX_LIMIT = 1_000;

    /** Up to the year 5138; more digits indicate another unit. */
    private static final int MAX_DIGITS = 14;

    private MarketParameters() {}

    static String required(String name, String text) {
        if (text.isEmpty()) {
            throw new BusinessException(new MissingParameter(name));
        }
        return text;
    }

    static int limit(@Nullable String text) {
        return text == null ? DEFAULT_LIMIT : Parameter.parseNumber("limit", text, 1, MAX_LIMIT);
    }

    static Optional<Instant> time(String name, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> parse(name, given));
    }

    private static Instant parse(String name, String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) {
            throw new BusinessException(new InvalidTimeRange("The parameter '" + name + "' must be milliseconds since 1970."));
        }
        return Instant.ofEpochMilli(Long.parseLong(text));
    }
}

package dev.corridor.http.api.market;

import dev.corridor.application.market.ListCandles;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.market.CandleInterval;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/** Selects candles. */
@Introspected
record CandleParameters(
        @QueryValue @Nullable @Parameter(
                description = "The first moment at which a candle may open, in milliseconds since 1970; if absent, as far back as the limit reaches.",
                schema = @Schema(implementation = Long.class)) String start_time,

        @QueryValue @Nullable @Parameter(description = "The last such moment; now, if absent.",
                schema = @Schema(implementation = Long.class)) String end_time,

        @QueryValue @Nullable @Parameter(
                description = "How many candles at most: the latest of the time.",
                schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "1000", defaultValue = "100")) String limit) {

    ListCandles.Command toCommand(Caller caller, String symbol, String interval) {
        return new ListCandles.Command(
                caller,
                MarketParameters.required("symbol", symbol),
                parse(MarketParameters.required("interval", interval)),
                MarketParameters.time("start_time", start_time),
                MarketParameters.time("end_time", end_time),
                MarketParameters.limit(limit));
    }

    private static CandleInterval parse(String interval) {
        return CandleInterval.find(interval)
                .orElseThrow(() -> new BusinessException(
                        new InvalidRequest("The parameter 'interval' must be one of " + String.join(", ", CandleInterval.names()) + ".")));
    }
}

package dev.corridor.http.api.market;

import dev.corridor.application.market.GetDepth;
import dev.corridor.application.market.GetTickers;
import dev.corridor.application.market.ListCandles;
import dev.corridor.application.market.ListMarketTrades;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

@Controller("/v1/market")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Market")
final class MarketController {

    private final GetTickers getTickers;
    private final GetDepth getDepth;
    private final ListMarketTrades listMarketTrades;
    private final ListCandles listCandles;

    MarketController(GetTickers getTickers, GetDepth getDepth, ListMarketTrades listMarketTrades, ListCandles listCandles) {
        this.getTickers = getTickers;
        this.getDepth = getDepth;
        this.listMarketTrades = listMarketTrades;
        this.listCandles = listCandles;
    }

    /** Read prices: of one symbol, or of up to 50 separated by commas. */
    @Get("/ticker")
    @Performs(GetTickers.class)
    @RequiresPermission(Permission.QUOTES_READ)
    TickersResponse getTickers(
            @Authenticated Caller caller,
            @QueryValue @Nullable @Parameter(description = "Such as EURUSD. Either this or symbols is required.") String symbol,
            @QueryValue @Nullable @Parameter(description = "Such as EURUSD,BTCUSDT.") String symbols) {
        return TickersResponse.of(getTickers.get(new GetTickers.Command(caller, names(symbol, symbols))));
    }

    /** An empty parameter counts as absent. */
    private static List<String> names(String symbol, String symbols) {
        return Stream.of(symbol, symbols)
                .filter(given -> given != null && !given.isEmpty())
                .flatMap(given -> Arrays.stream(given.split(",", -1)))
                .toList();
    }

    /** Read the current prices of quotes by size. */
    @Get("/depth")
    @Performs(GetDepth.class)
    @RequiresPermission(value = Permission.QUOTES_READ, tier = Tier.QUANT)
    DepthResponse getDepth(
            @Authenticated Caller caller,
            @QueryValue @Parameter(description = "Such as EURUSD.") String symbol,
            @RequestBean LimitParameter limit) {
        int sizes = limit.value();
        return DepthResponse.of(getDepth.get(new GetDepth.Command(caller, MarketParameters.required("symbol", symbol))), sizes);
    }

    /** List the latest trades of all organizations, newest first, without names. */
    @Get("/trades")
    @Performs(ListMarketTrades.class)
    @RequiresPermission(value = Permission.QUOTES_READ, tier = Tier.QUANT)
    MarketTradesResponse listMarketTrades(
            @Authenticated Caller caller,
            @QueryValue @Parameter(description = "Such as EURUSD.") String symbol,
            @RequestBean LimitParameter limit) {
        int trades = limit.value();
        var name = MarketParameters.required("symbol", symbol);
        return MarketTradesResponse.of(name, listMarketTrades.list(new ListMarketTrades.Command(caller, name, trades)));
    }

    /** List candles, oldest first. */
    @Get("/kline")
    @Performs(ListCandles.class)
    @RequiresPermission(Permission.QUOTES_READ)
    CandlesResponse listCandles(
            @Authenticated Caller caller,
            @QueryValue @Parameter(description = "Such as EURUSD.") String symbol,
            @QueryValue @Parameter(description = "1m, 5m, 15m, 30m, 1h, 4h or 1d.") @Spells(CandleInterval.class) String interval,
            @RequestBean CandleParameters parameters) {
        var command = parameters.toCommand(caller, symbol, interval);
        return CandlesResponse.of(command, listCandles.list(command));
    }
}

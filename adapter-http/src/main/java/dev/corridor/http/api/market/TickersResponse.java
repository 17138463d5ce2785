package dev.corridor.http.api.market;

import dev.corridor.application.market.GetTickers.Ticker;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

@Serdeable
record TickersResponse(List<TickerResponse> tickers) {

    static TickersResponse of(List<Ticker> tickers) {
        return new TickersResponse(tickers.stream().map(TickerResponse::of).toList());
    }
}

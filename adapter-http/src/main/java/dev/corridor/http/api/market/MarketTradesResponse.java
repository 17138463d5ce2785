package dev.corridor.http.api.market;

import dev.corridor.domain.market.MarketTrade;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

@Serdeable
record MarketTradesResponse(String symbol, List<MarketTradeResponse> trades) {

    static MarketTradesResponse of(String symbol, List<MarketTrade> trades) {
        return new MarketTradesResponse(symbol, trades.stream().map(MarketTradeResponse::of).toList());
    }
}

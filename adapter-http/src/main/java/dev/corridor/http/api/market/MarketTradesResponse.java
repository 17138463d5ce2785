package dev.corridor.http.api.market;

import dev.corridor.domain.market.MarketTrade;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

@Serdeable
record MarketTradesResponse(String symbol, List<MarketTradeResponse> trades) {

    /** @param symbol that was found, in the case in which the client wrote it */
    static MarketTradesResponse of(String symbol, List<MarketTrade> trades) {
        return new MarketTradesResponse(symbol.toUpperCase(Locale.ROOT), trades.stream().map(MarketTradeResponse::of).toList());
    }
}

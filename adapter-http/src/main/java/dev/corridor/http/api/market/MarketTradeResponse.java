package dev.corridor.http.api.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * A public trade on the wire, without its parties.
 *
 * @param price of one unit of the base, the spread included
 * @param quantity how much of the base
 * @param side what was done with the base: buy or sell
 * @param timestamp in milliseconds since 1970
 * @param busted true for a trade that was made by mistake and has been undone; absent otherwise
 */
@Serdeable
public record MarketTradeResponse(
        String symbol,
        @Spells(Rate.class) String price,
        @Spells(Money.class) String quantity,
        @Spells(value = MarketTrade.Side.class, inLowerCase = true) String side,
        long timestamp,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Boolean busted) {

    public static MarketTradeResponse of(MarketTrade trade) {
        return new MarketTradeResponse(
                trade.symbol().name(),
                trade.deal().price(),
                trade.deal().base().decimal(),
                trade.side().name().toLowerCase(Locale.ROOT),
                trade.at().toEpochMilli(),
                trade.busted() ? true : null);
    }
}

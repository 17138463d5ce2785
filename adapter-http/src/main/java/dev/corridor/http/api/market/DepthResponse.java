package dev.corridor.http.api.market;

import dev.corridor.domain.market.Deal;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.DepthLadder;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Quoted prices by size, spread included, smallest size first.
 *
 * @param timestamp of the underlying price, in milliseconds since 1970
 */
@Serdeable
public record DepthResponse(String symbol, List<LevelResponse> bids, List<LevelResponse> asks, long timestamp) {

    public static DepthResponse of(DepthLadder ladder, int sizes) {
        return new DepthResponse(
                ladder.tick().symbol().name(),
                levels(ladder.bids(), sizes),
                levels(ladder.asks(), sizes),
                ladder.tick().quotedAt().toEpochMilli());
    }

    private static List<LevelResponse> levels(List<Deal> deals, int sizes) {
        return deals.stream().limit(sizes).map(LevelResponse::of).toList();
    }

    /**
     * The price of one size.
     *
     * @param price of one unit of the base
     * @param quantity of the base
     * @param amount of the counter asset
     */
    @Serdeable
    public record LevelResponse(@Spells(Rate.class) String price, @Spells(Money.class) String quantity, @Spells(Money.class) String amount) {

        static LevelResponse of(Deal deal) {
            return new LevelResponse(deal.price(), deal.base().decimal(), deal.counter().decimal());
        }
    }
}

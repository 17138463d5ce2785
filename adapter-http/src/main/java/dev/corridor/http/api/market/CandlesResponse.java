package dev.corridor.http.api.market;

import dev.corridor.application.market.ListCandles;
import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.money.Rate;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

@Serdeable
record CandlesResponse(String symbol, @Spells(CandleInterval.class) String interval, List<CandleResponse> klines) {

    /** @param command whose symbol was found, in the case in which the client wrote it */
    static CandlesResponse of(ListCandles.Command command, List<Candle> candles) {
        return new CandlesResponse(
                command.symbol().toUpperCase(Locale.ROOT), command.interval().toString(), candles.stream().map(CandleResponse::of).toList());
    }

    /**
     * A candle.
     *
     * @param time when it opened, in milliseconds since 1970
     * @param ticks the number of prices in it
     */
    @Serdeable
    record CandleResponse(long time, @Spells(Rate.class) String open, @Spells(Rate.class) String high, @Spells(Rate.class) String low,
            @Spells(Rate.class) String close, long ticks) {

        static CandleResponse of(Candle candle) {
            return new CandleResponse(
                    candle.openedAt().toEpochMilli(),
                    candle.open().decimal(),
                    candle.high().decimal(),
                    candle.low().decimal(),
                    candle.close().decimal(),
                    candle.ticks());
        }
    }
}

package dev.corridor.application.market;

import dev.corridor.application.market.port.Candles;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.MarketError.InvalidTimeRange;
import dev.corridor.domain.market.Symbols;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

public final class ListCandlesService implements ListCandles {

    private final Symbols symbols;
    private final Candles candles;
    private final InstantSource clock;

    public ListCandlesService(Symbols symbols, Candles candles, InstantSource clock) {
        this.symbols = symbols;
        this.candles = candles;
        this.clock = clock;
    }

    @Override
    public List<Candle> list(Command command) {
        var symbol = symbols.require(command.symbol());
        var length = command.interval().length();
        var to = command.to().orElseGet(clock::instant);
        var from = command.from().orElseGet(() -> to.minus(length.multipliedBy(command.limit())));
        require(!from.isAfter(to), "The time must not begin after its end.");
        require(
                Duration.between(from, to).compareTo(length.multipliedBy(MAX_INTERVALS)) <= 0,
                "The time must not be longer than " + MAX_INTERVALS + " times the interval.");
        return candles.find(symbol, command.interval(), from, to, command.limit());
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new BusinessException(new InvalidTimeRange(reason));
        }
    }
}

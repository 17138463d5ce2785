package dev.corridor.service.wiring;

import dev.corridor.application.market.PolledSource;
import dev.corridor.application.market.PolledSources;
import dev.corridor.application.market.port.RateSource;
import dev.corridor.domain.market.PriceRules;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.money.Rate;
import dev.corridor.market.EcbRates;
import dev.corridor.market.FixedRates;
import dev.corridor.market.JsonTickerRates;
import dev.corridor.market.SimulatedRates;
import dev.corridor.market.Upstream;
import dev.corridor.service.settings.RateSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The rate sources and their polling. */
final class RateSources {

    /** The bank publishes its rates once a day. */
    private static final Duration ECB_EVERY = Duration.ofHours(1);

    /** The circuit breaker's pause after failures; short enough that prices do not expire during it. */
    private static final Duration REST = Duration.ofSeconds(5);

    private RateSources() {}

    static PolledSources feeds(RateSettings settings) {
        return new PolledSources(Arrays.stream(RateSettings.Source.values())
                .filter(source -> settings.sources().containsValue(source))
                .map(source -> feed(source, settings))
                .toList());
    }

    private static PolledSource feed(RateSettings.Source source, RateSettings settings) {
        var symbols = settings.sources().entrySet().stream()
                .filter(entry -> entry.getValue() == source)
                .map(Map.Entry::getKey)
                .toList();
        return switch (source) {
            case FIXED -> ofTheHouse(new FixedRates(mids(symbols, settings)), symbols, settings.every(), Tick.LONGEST_BELIEVED);
            case SIMULATED -> ofTheHouse(
                    new SimulatedRates(mids(symbols, settings), settings.swingBasisPoints(), settings.seed()),
                    symbols,
                    settings.every(),
                    settings.believedFor());
            case ECB -> new PolledSource(
                    new EcbRates(symbols, settings.ecbAddress(), new Upstream(settings.timeout(), REST)),
                    symbols,
                    ECB_EVERY,
                    settings.fixingBelievedFor(),
                    settings.rules());
            case TICKER -> new PolledSource(
                    new JsonTickerRates(symbols, settings.ticker().orElseThrow(), new Upstream(settings.timeout(), REST, settings.tickerKey())),
                    symbols,
                    settings.every(),
                    settings.believedFor(),
                    settings.rules());
        };
    }

    private static PolledSource ofTheHouse(RateSource source, List<Symbol> symbols, Duration every, Duration believedFor) {
        return new PolledSource(source, symbols, every, believedFor, PriceRules.OF_THE_HOUSE);
    }

    private static List<Rate> mids(List<Symbol> symbols, RateSettings settings) {
        return symbols.stream().map(settings.mids()::get).toList();
    }
}

package dev.corridor.application.market;

import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Rate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rates that somebody has set. A rate given in one direction holds in the other too, unless that is given as well. */
public final class FixedExchangeRates implements ExchangeRates {

    private record Pair(Asset base, Asset counter) {}

    private final Map<Pair, Rate> rates = new HashMap<>();

    public FixedExchangeRates(List<Rate> rates) {
        for (var rate : rates) {
            this.rates.put(new Pair(rate.base(), rate.counter()), rate);
        }
        for (var rate : rates) {
            this.rates.putIfAbsent(new Pair(rate.counter(), rate.base()), rate.inverse());
        }
    }

    @Override
    public Optional<Rate> mid(Asset base, Asset counter) {
        return Optional.ofNullable(rates.get(new Pair(base, counter)));
    }
}

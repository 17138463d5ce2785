package dev.corridor.application.feed;

import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.market.port.TickListener;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class FollowMarketService implements FollowMarket, TickListener {

    private final ExchangeRates rates;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    public FollowMarketService(ExchangeRates rates) {
        this.rates = rates;
    }

    @Override
    public List<Symbol> find(List<String> names) {
        var symbols = rates.symbols();
        return names.stream().map(symbols::require).toList();
    }

    @Override
    public void follow(Follower follower) {
        followers.add(follower);
    }

    @Override
    public void ticked(List<Tick> ticks) {
        var symbols = ticks.stream().map(Tick::symbol).toList();
        followers.forEach(follower -> follower.hear(symbols));
    }
}

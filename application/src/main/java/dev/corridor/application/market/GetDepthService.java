package dev.corridor.application.market;

import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.quote.DepthLadder;
import dev.corridor.domain.quote.QuotePolicy;

public final class GetDepthService implements GetDepth {

    private final ExchangeRates rates;
    private final QuotePolicy policy;

    public GetDepthService(ExchangeRates rates, QuotePolicy policy) {
        this.rates = rates;
        this.policy = policy;
    }

    @Override
    public DepthLadder get(Command command) {
        var tick = rates.latest(rates.symbols().require(command.symbol()));
        return DepthLadder.of(tick, policy.pricing(tick.symbol()).spreads());
    }
}

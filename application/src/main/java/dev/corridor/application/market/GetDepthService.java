package dev.corridor.application.market;

import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.quote.DepthLadder;
import dev.corridor.domain.quote.Spreads;

public final class GetDepthService implements GetDepth {

    private final ExchangeRates rates;
    private final Spreads spreads;

    public GetDepthService(ExchangeRates rates, Spreads spreads) {
        this.rates = rates;
        this.spreads = spreads;
    }

    @Override
    public DepthLadder get(Command command) {
        return DepthLadder.of(rates.latest(rates.symbols().require(command.symbol())), spreads);
    }
}

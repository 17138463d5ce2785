package dev.corridor.market;

import dev.corridor.application.market.port.RateSource;
import dev.corridor.domain.market.Observation;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.money.Rate;
import java.time.Instant;
import java.util.List;

/** Constant rates from the configuration, always fresh. */
public final class FixedRates implements RateSource {

    private final List<Rate> mids;

    /** @param mids in the direction of their symbols */
    public FixedRates(List<Rate> mids) {
        this.mids = List.copyOf(mids);
    }

    @Override
    public String name() {
        return Tick.FIXED;
    }

    @Override
    public List<Observation> observe(Instant slot) {
        return mids.stream()
                .map(mid -> Observation.ofPrice(new Symbol(mid.base(), mid.counter()), mid.decimal(), slot))
                .toList();
    }
}

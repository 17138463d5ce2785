package dev.corridor.service.operation;

import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.beneficiary.ChainName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.Locale;

/** The figures of rails, of all organizations together. */
@Singleton
final class RailFigures implements RailWatch {

    /** Below it the sum has no digits: they are in the books. */
    private static final BigInteger UNITS_OF_A_GWEI = BigInteger.valueOf(1_000_000_000);

    private final MeterRegistry meters;

    RailFigures(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void sent(String rail, Sending outcome) {
        counter("corridor.rails.sends", "Payouts that were sent, and files that were handed over", rail, "outcome", outcome.name()).increment();
    }

    @Override
    public void repaired(ChainName chain, Repair repair) {
        counter("corridor.rails.repairs", "What payouts needed after their first send", chain.name(), "repair", repair.name()).increment();
    }

    @Override
    public void spent(ChainName chain, BigInteger units) {
        Counter.builder("corridor.rails.gas")
                .description("Gas that was paid, in whole gwei of the chain's own coin")
                .baseUnit("gwei")
                .tag("rail", chain.name())
                .register(meters)
                .increment(units.divide(UNITS_OF_A_GWEI).longValueExact());
    }

    @Override
    public void received(String rail, boolean isCredited) {
        counter("corridor.rails.receipts", "What has arrived", rail, "outcome", isCredited ? "CREDITED" : "SUSPENDED").increment();
    }

    private Counter counter(String name, String description, String rail, String tag, String value) {
        return Counter.builder(name).description(description).tag("rail", rail).tag(tag, value.toLowerCase(Locale.ROOT)).register(meters);
    }
}

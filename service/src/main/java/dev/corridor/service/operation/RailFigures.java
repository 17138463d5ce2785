package dev.corridor.service.operation;

import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Stream;

/** The figures of rails, of all organizations together. */
@Singleton
final class RailFigures implements RailWatch {

    /** Below it the sum has no digits: they are in the books. */
    private static final BigInteger UNITS_OF_A_GWEI = BigInteger.valueOf(1_000_000_000);

    private final MeterRegistry meters;

    /** Those of connected rails begin at 0: of a counter that appears with its first event, no rate shows that event. */
    RailFigures(MeterRegistry meters, Settings settings) {
        this.meters = meters;
        var chains = settings.rails().chains().keySet();
        chains.forEach(chain -> begin(chain.name(), chain.name()));
        settings.rails().banks().forEach(bank -> begin(bank.name(), Arrival.railOfBank(bank.name())));
        chains.forEach(chain -> {
            Stream.of(Repair.values()).forEach(repair -> repairs(chain, repair));
            gas(chain);
        });
    }

    private void begin(String paying, String receiving) {
        Stream.of(Sending.values()).forEach(outcome -> sends(paying, outcome));
        Stream.of(true, false).forEach(isCredited -> receipts(receiving, isCredited));
    }

    @Override
    public void sent(String rail, Sending outcome) {
        sends(rail, outcome).increment();
    }

    private Counter sends(String rail, Sending outcome) {
        return counter("corridor.rails.sends", "Payouts that were sent, and files that were handed over", rail, "outcome", outcome.name());
    }

    @Override
    public void repaired(ChainName chain, Repair repair) {
        repairs(chain, repair).increment();
    }

    private Counter repairs(ChainName chain, Repair repair) {
        return counter("corridor.rails.repairs", "What payouts needed after their first send", chain.name(), "repair", repair.name());
    }

    @Override
    public void spent(ChainName chain, BigInteger units) {
        gas(chain).increment(units.divide(UNITS_OF_A_GWEI).longValueExact());
    }

    private Counter gas(ChainName chain) {
        return Counter.builder("corridor.rails.gas")
                .description("Gas that was paid, in whole gwei of the chain's own coin")
                .baseUnit("gwei")
                .tag("rail", chain.name())
                .register(meters);
    }

    @Override
    public void received(String rail, boolean isCredited) {
        receipts(rail, isCredited).increment();
    }

    private Counter receipts(String rail, boolean isCredited) {
        return counter("corridor.rails.receipts", "What has arrived", rail, "outcome", isCredited ? "CREDITED" : "SUSPENDED");
    }

    private Counter counter(String name, String description, String rail, String tag, String value) {
        return Counter.builder(name).description(description).tag("rail", rail).tag(tag, value.toLowerCase(Locale.ROOT)).register(meters);
    }
}

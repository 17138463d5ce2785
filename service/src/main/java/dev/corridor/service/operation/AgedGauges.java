package dev.corridor.service.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.Collection;

/** Two gauges of what waits in the database: how much of each kind there is, and how long the first of it has waited. */
final class AgedGauges {

    private final String tag;
    private final MultiGauge amounts;
    private final MultiGauge ages;

    /** @param kind the value of the tag */
    record Aged(String kind, Number amount, BigDecimal oldestSeconds) {}

    /** @param tag that names the kind */
    AgedGauges(String tag, MultiGauge.Builder amounts, MultiGauge.Builder ages, MeterRegistry meters) {
        this.tag = tag;
        this.amounts = amounts.register(meters);
        this.ages = ages.baseUnit("seconds").register(meters);
    }

    /** Kinds that are not among them are no longer shown. */
    void show(Collection<Aged> all) {
        amounts.register(all.stream().<Row<?>>map(each -> row(each, each.amount())).toList(), true);
        ages.register(all.stream().<Row<?>>map(each -> row(each, each.oldestSeconds())).toList(), true);
    }

    private Row<?> row(Aged each, Number value) {
        return Row.of(Tags.of(tag, each.kind()), value);
    }
}

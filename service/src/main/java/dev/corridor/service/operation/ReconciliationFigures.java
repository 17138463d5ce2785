package dev.corridor.service.operation;

import dev.corridor.application.reconciliation.port.Reconciliations;
import dev.corridor.application.reconciliation.port.Reconciliations.Reconciliation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What the last comparison of each rail has found, whichever node has made it, or a command. */
@Singleton
public final class ReconciliationFigures {

    private static final String RAIL = "rail";

    private final Reconciliations records;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Map<String, Reconciliation> newest = new ConcurrentHashMap<>();

    ReconciliationFigures(Reconciliations records, MeterRegistry meters, InstantSource clock) {
        this.records = records;
        this.meters = meters;
        this.clock = clock;
    }

    /** Reads them from the database. */
    public void update() {
        for (var reconciliation : records.newest()) {
            if (newest.put(reconciliation.rail(), reconciliation) == null) {
                register(reconciliation.rail());
            }
        }
    }

    private void register(String rail) {
        Gauge.builder("corridor.reconciliation.differences", () -> newest.get(rail).differences())
                .tag(RAIL, rail)
                .description("In how many places the books and the rail differ")
                .register(meters);
        TimeGauge.builder("corridor.reconciliation.age", () -> age(rail).toSeconds(), TimeUnit.SECONDS)
                .tag(RAIL, rail)
                .description("Time since the books were last compared with the rail to the end")
                .register(meters);
    }

    private Duration age(String rail) {
        return Duration.between(newest.get(rail).comparedAt(), clock.instant());
    }
}

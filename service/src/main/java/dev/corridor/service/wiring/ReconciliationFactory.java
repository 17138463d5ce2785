package dev.corridor.service.wiring;

import dev.corridor.application.reconciliation.ReconcileRails;
import dev.corridor.application.reconciliation.ReconcileRailsService;
import dev.corridor.application.reconciliation.port.Reconciliations;
import dev.corridor.persistence.reconciliation.PostgresReconciliations;
import dev.corridor.service.operation.ReconciliationFigures;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The daily comparison of the books with the rails. */
@Factory
final class ReconciliationFactory {

    /** After it, a comparison that has failed is tried again. Two nodes that compare at once do no harm. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    @Singleton
    Reconciliations reconciliations(DataSource dataSource) {
        return new PostgresReconciliations(dataSource);
    }

    @Singleton
    ReconcileRails reconcileRails(Settings settings, DataSource dataSource, Reconciliations records, InstantSource clock) {
        return new ReconcileRailsService(ConnectedRails.comparisons(settings.rails(), dataSource), records, clock);
    }

    @Singleton
    Upkeep dailyReconciliation(ReconcileRails reconcileRails, ReconciliationFigures figures) {
        return Upkeep.every(Duration.ofMinutes(1), "comparing the books with chains and banks", () -> {
            reconcileRails.reconcile(new ReconcileRails.Command.Daily(LEASE));
            figures.update();
        });
    }
}

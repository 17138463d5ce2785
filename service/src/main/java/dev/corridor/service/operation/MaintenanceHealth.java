package dev.corridor.service.operation;

import dev.corridor.application.maintenance.MaintenanceService;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Takes the service out of rotation during maintenance. */
@Singleton
@Readiness
final class MaintenanceHealth implements HealthIndicator {

    private static final String NAME = "maintenance";

    private final MaintenanceService maintenance;

    MaintenanceHealth(MaintenanceService maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder(NAME, maintenance.isOn() ? HealthStatus.DOWN : HealthStatus.UP).build());
    }
}

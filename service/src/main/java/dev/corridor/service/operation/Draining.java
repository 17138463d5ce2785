package dev.corridor.service.operation;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** On termination, takes the service out of rotation before it refuses requests. */
@Singleton
@Readiness
public final class Draining implements HealthIndicator {

    private static final String NAME = "draining";

    private volatile boolean draining;

    /** Reports the service as not ready from now on. */
    public void begin() {
        draining = true;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder(NAME, draining ? HealthStatus.DOWN : HealthStatus.UP).build());
    }
}

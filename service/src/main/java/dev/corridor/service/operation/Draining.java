package dev.corridor.service.operation;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;

/** Takes the service out of rotation as soon as it is told to end, while requests in flight finish. */
@Singleton
@Readiness
final class Draining implements HealthIndicator, GracefulShutdownCapable {

    private static final String NAME = "draining";

    private volatile boolean draining;

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder(NAME, draining ? HealthStatus.DOWN : HealthStatus.UP).build());
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        draining = true;
        return CompletableFuture.completedFuture(null);
    }
}

package dev.corridor.service.operation;

import dev.corridor.application.webhook.DeliveryWatch;
import dev.corridor.domain.webhook.AttemptOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The figures of webhooks: of all organizations together, since a label for each would be a time series for each. */
@Singleton
final class DeliveryFigures implements DeliveryWatch {

    private final MeterRegistry meters;
    private final Timer lag;

    DeliveryFigures(MeterRegistry meters) {
        this.meters = meters;
        this.lag = Timer.builder("corridor.webhooks.lag")
                .description("Time from an event to the first attempt to deliver it")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        for (var outcome : AttemptOutcome.values()) {
            attempts(outcome);
        }
        meters.counter("corridor.webhooks.disabled");
    }

    @Override
    public void attempted(AttemptOutcome outcome, Duration latency) {
        attempts(outcome).record(latency);
    }

    private Timer attempts(AttemptOutcome outcome) {
        return meters.timer("corridor.webhooks.attempts", "outcome", outcome.name());
    }

    @Override
    public void begun(Duration waited) {
        lag.record(waited.isNegative() ? Duration.ZERO : waited);
    }

    @Override
    public void gaveUp() {
        meters.counter("corridor.webhooks.disabled").increment();
    }
}

package dev.corridor.service.operation;

import dev.corridor.application.Spans;
import dev.corridor.application.Spans.Span;
import dev.corridor.application.webhook.DeliveryWatch;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.Message;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** The figures of webhooks: of all organizations together, since a label for each would be a time series for each. */
@Singleton
final class DeliveryFigures implements DeliveryWatch {

    private final MeterRegistry meters;
    private final Timer lag;
    private final Spans spans;

    DeliveryFigures(MeterRegistry meters, Spans spans) {
        this.meters = meters;
        this.spans = spans;
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
    public void attempted(Message message, Attempt attempt) {
        attempts(attempt.outcome()).record(attempt.latency());
        if (spans.areWanted()) {
            spans.ended(span(message, attempt));
        }
    }

    private static Span span(Message message, Attempt attempt) {
        return new Span(
                "webhook " + message.type(),
                Spans.Kind.CLIENT,
                message.trace(),
                OptionalLong.empty(),
                attempt.id().span(),
                attempt.attemptedAt().plus(attempt.latency()),
                attempt.latency(),
                attempt.outcome() != AttemptOutcome.DELIVERED,
                Map.of("corridor.outcome", attempt.outcome().name(), "corridor.message", message.id().toString()));
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

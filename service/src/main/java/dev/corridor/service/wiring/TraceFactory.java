package dev.corridor.service.wiring;

import dev.corridor.application.Spans;
import dev.corridor.service.operation.OtlpSpans;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where spans go. Without a collector no class of OpenTelemetry is loaded. */
@Factory
final class TraceFactory {

    private Optional<OtlpSpans> exported = Optional.empty();

    @Singleton
    @Bean
    Spans spans(Settings settings) {
        exported = settings.traceCollector().map(OtlpSpans::new);
        return exported.<Spans>map(spans -> spans).orElse(Spans.NONE);
    }

    @PreDestroy
    void close() {
        exported.ifPresent(OtlpSpans::close);
    }
}

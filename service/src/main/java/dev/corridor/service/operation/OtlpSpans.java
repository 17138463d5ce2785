package dev.corridor.service.operation;

import dev.corridor.application.Spans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.util.HexFormat;

/**
 * Sends spans to a collector, by OTLP over HTTP. They are sent in batches from a thread of their own; when the collector is slow or gone they are dropped, and
 * no request waits.
 */
public final class OtlpSpans implements Spans, AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    /** Their ids were given out in headers before. */
    private static final class GivenIds implements IdGenerator {

        private static final ThreadLocal<Span> GIVEN = new ThreadLocal<>();

        @Override
        public String generateTraceId() {
            return GIVEN.get().trace().id();
        }

        @Override
        public String generateSpanId() {
            return HEX.toHexDigits(GIVEN.get().id());
        }
    }

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /** @param collector without the path */
    public OtlpSpans(URI collector) {
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(collector.resolve("/v1/traces").toString()).build();
        this.provider = SdkTracerProvider.builder()
                .setIdGenerator(new GivenIds())
                .setSampler(Sampler.alwaysOn())
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "corridor")))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        this.tracer = provider.get("dev.corridor");
    }

    @Override
    public boolean areWanted() {
        return true;
    }

    @Override
    public void ended(Span span) {
        var building = tracer.spanBuilder(span.name())
                .setParent(parentOf(span))
                .setSpanKind(SpanKind.valueOf(span.kind().name()))
                .setStartTimestamp(span.endedAt().minus(span.took()));
        span.attributes().forEach(building::setAttribute);
        GivenIds.GIVEN.set(span);
        try {
            var sent = building.startSpan();
            if (span.hasFailed()) {
                sent.setStatus(StatusCode.ERROR);
            }
            sent.end(span.endedAt());
        } finally {
            GivenIds.GIVEN.remove();
        }
    }

    private static Context parentOf(Span span) {
        return span.parent().isEmpty()
                ? Context.root()
                : Context.root().with(io.opentelemetry.api.trace.Span.wrap(SpanContext.createFromRemoteParent(
                        span.trace().id(), HEX.toHexDigits(span.parent().getAsLong()), TraceFlags.getSampled(), TraceState.getDefault())));
    }

    /** Sends what has not been sent yet. */
    @Override
    public void close() {
        provider.close();
    }
}

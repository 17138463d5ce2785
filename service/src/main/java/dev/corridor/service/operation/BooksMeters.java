package dev.corridor.service.operation;

import dev.corridor.application.Spans;
import dev.corridor.application.Spans.Span;
import dev.corridor.domain.id.Trace;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.lane.LaneMeter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How the books do: what waits, and what batches take. */
public final class BooksMeters implements LaneMeter {

    private static final Duration[] TIMES = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10)
    };

    private static final List<Long> SIZES = List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L);

    private final MeterRegistry registry;
    private final Spans spans;
    private final DistributionSummary sizes;
    private final Timer queued;
    private final Timer decided;
    private final Timer written;

    public BooksMeters(MeterRegistry registry, Spans spans) {
        this.registry = registry;
        this.spans = spans;
        this.sizes = DistributionSummary.builder("corridor.books.batch.decisions")
                .description("How many decisions share a database transaction")
                .serviceLevelObjectives(SIZES.stream().mapToDouble(size -> size).toArray())
                .register(registry);
        this.queued = timer("corridor.books.batch.queued", "How long the first decision of a batch has waited in its lane");
        this.decided = timer("corridor.books.batch.decided", "Locking, reading and deciding a batch");
        this.written = timer("corridor.books.batch.written", "Writing a batch, until it is on disk");
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(TIMES).register(registry);
    }

    /** Once they are made. */
    public void watch(PostgresBooks books) {
        Gauge.builder("corridor.books.waiting", books, PostgresBooks::waiting)
                .description("Decisions that wait in the lanes of this node")
                .register(registry);
        TimeGauge.builder("corridor.books.waiting.oldest", books, TimeUnit.MILLISECONDS, of -> of.oldestWaiting().toMillis())
                .description("How long the first of them has waited")
                .register(registry);
    }

    @Override
    public void committed(BatchTimes batch) {
        sizes.record(batch.decisions());
        queued.record(batch.queued());
        decided.record(batch.decided());
        if (!batch.written().isZero()) {
            written.record(batch.written());
        }
        if (spans.areWanted()) {
            spans.ended(span(batch));
        }
    }

    /** In a trace of its own: the requests whose decisions share it have one each. */
    private static Span span(BatchTimes batch) {
        var random = ThreadLocalRandom.current();
        return new Span(
                "books.batch",
                Spans.Kind.INTERNAL,
                Trace.of(new UUID(random.nextLong(), random.nextLong(1, Long.MAX_VALUE))),
                OptionalLong.empty(),
                random.nextLong(1, Long.MAX_VALUE),
                Instant.now(),
                batch.decided().plus(batch.written()),
                false,
                Map.of(
                        "corridor.decisions", Integer.toString(batch.decisions()),
                        "corridor.queued.millis", Long.toString(batch.queued().toMillis()),
                        "corridor.decided.millis", Long.toString(batch.decided().toMillis()),
                        "corridor.written.millis", Long.toString(batch.written().toMillis())));
    }
}

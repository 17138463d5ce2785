package dev.corridor.service.operation;

import dev.corridor.application.Outage;
import dev.corridor.application.market.CurrentRates;
import dev.corridor.application.market.FollowSource;
import dev.corridor.application.market.PolledSource;
import dev.corridor.application.market.PolledSources;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Polls each rate source on its own thread, so that one that hangs does not delay others. All nodes poll at the beginning of a slot, so
 * they get a price at about the same time.
 */
@Singleton
final class RateWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RateWatch.class);

    /** Bounds the wait for first prices at the start of the service. */
    private static final Duration STARTING = Duration.ofSeconds(5);

    /** Sources with long intervals are retried sooner after a failure. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private static final String SOURCE = "source";

    /** Of a round. */
    private enum Result {
        WELL, NO_PRICES, NOT_STORED
    }

    private final FollowSource followSource;
    private final MeterRegistry meters;
    private final CountDownLatch started;
    private final CountDownLatch closed = new CountDownLatch(1);

    RateWatch(PolledSources feeds, FollowSource followSource, CurrentRates rates, MeterRegistry meters) {
        this.followSource = followSource;
        this.meters = meters;
        this.started = new CountDownLatch(feeds.all().size());
        feeds.all().forEach(feed -> measure(feed, rates));
        feeds.all().forEach(feed -> Thread.ofPlatform().name("rates-" + feed.source().name()).daemon().start(() -> follow(feed)));
        await(started, STARTING);
    }

    private void measure(PolledSource feed, CurrentRates rates) {
        TimeGauge.builder("corridor.rates.tick.age", () -> rates.ageOf(feed).map(Duration::toMillis).orElse(null), TimeUnit.MILLISECONDS)
                .description("Age of the oldest of a source's latest prices")
                .tag(SOURCE, feed.source().name())
                .register(meters);
        Gauge.builder("corridor.rates.resting", () -> feed.source().isResting() ? 1 : 0)
                .description("Whether the circuit breaker of a source is open")
                .tag(SOURCE, feed.source().name())
                .register(meters);
    }

    private void follow(PolledSource feed) {
        var result = tryToFollow(feed, Level.WARN);
        started.countDown();
        while (!await(closed, pause(feed, result))) {
            result = tryToFollow(feed, result == Result.NOT_STORED ? Level.DEBUG : Level.WARN);
        }
    }

    /** @param level at which it is told that the prices could not be stored: once an outage */
    private Result tryToFollow(PolledSource feed, Level level) {
        try {
            var round = followSource.follow(new FollowSource.Command(feed));
            meters.counter("corridor.rates.refused", SOURCE, feed.source().name()).increment(round.refused());
            return round.failed() ? Result.NO_PRICES : Result.WELL;
        } catch (RuntimeException e) {
            // While the service ends, the database may be gone before this thread is.
            LOG.atLevel(closed.getCount() == 0 ? Level.DEBUG : level).log("the rates of {} could not be stored", feed.source().name(), e);
            return Result.NOT_STORED;
        }
    }

    /** The time until the next slot, or less. */
    private static Duration pause(PolledSource feed, Result result) {
        var every = feed.every();
        var untilNext = Duration.ofMillis(every.toMillis() - System.currentTimeMillis() % every.toMillis());
        var most = switch (result) {
            case WELL -> every;
            case NO_PRICES -> RETRY;
            case NOT_STORED -> Outage.TRIED_AGAIN_AFTER;
        };
        return untilNext.compareTo(most) < 0 ? untilNext : most;
    }

    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @PreDestroy
    void close() {
        closed.countDown();
    }
}

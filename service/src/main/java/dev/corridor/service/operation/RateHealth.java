package dev.corridor.service.operation;

import dev.corridor.application.market.CurrentRates;
import dev.corridor.application.market.PolledSource;
import dev.corridor.application.market.PolledSources;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;

/** The state of the rate sources. Without rates the service can do everything but convert, so this does not affect readiness. */
@Singleton
final class RateHealth implements HealthIndicator {

    private static final String NAME = "rates";

    private final PolledSources feeds;
    private final CurrentRates rates;

    RateHealth(PolledSources feeds, CurrentRates rates) {
        this.feeds = feeds;
        this.rates = rates;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var sources = feeds.all().stream().collect(Collectors.toMap(feed -> feed.source().name(), this::detailsOf));
        return Publishers.just(HealthResult.builder(NAME, HealthStatus.UP).details(sources).build());
    }

    private Map<String, Object> detailsOf(PolledSource feed) {
        return Map.of(
                "tickAge", rates.ageOf(feed).map(age -> age.toMillis() + " ms").orElse("none yet"),
                "resting", feed.source().isResting(),
                "withoutPrice", rates.withoutPrice(feed));
    }
}

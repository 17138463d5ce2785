package dev.corridor.service.wiring;

import dev.corridor.http.access.TrustedProxies;
import dev.corridor.http.api.operator.OperatorApi;
import dev.corridor.http.edge.connection.AllowedOrigins;
import dev.corridor.http.edge.connection.Deadlines;
import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.dialect.DialectSettings;
import dev.corridor.http.edge.dialect.RefusalMeter;
import dev.corridor.http.edge.error.Outage;
import dev.corridor.http.edge.idempotency.ReplayMeter;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.persistence.Database;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the HTTP edge has to know of the settings, and how its figures are named. */
@Factory
final class EdgeFactory {

    private static final List<Duration> BUCKETS = Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000, 10_000)
            .map(millis -> Duration.ofMillis(millis)).toList();

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS");

    @Singleton
    TrustedProxies trustedProxies(Settings settings) {
        return new TrustedProxies(settings.trustedProxies());
    }

    @Singleton
    AllowedOrigins allowedOrigins(Settings settings) {
        return settings.allowedOrigins();
    }

    @Singleton
    Deadlines deadlines(Settings settings) {
        return settings.deadlines();
    }

    @Singleton
    DialectSettings dialects(Settings settings) {
        return settings.dialects();
    }

    @Singleton
    OperatorApi operatorApi(Settings settings) {
        return new OperatorApi(settings.environment());
    }

    @Singleton
    Outage outage() {
        return Database::isUnwritable;
    }

    /** One counter for each code and contract, made when it is first needed. */
    @Singleton
    RefusalMeter refusalMeter(MeterRegistry registry) {
        record Refused(ErrorCode code, DialectName dialect) {}
        var counters = new ConcurrentHashMap<Refused, Counter>();
        return (code, dialect) -> counters.computeIfAbsent(new Refused(code, dialect), both -> Counter.builder("corridor.refusals")
                .description("Refusals and failures that were answered, by canonical code and error contract")
                .tag("code", code.toString())
                .tag("dialect", dialect.toString())
                .register(registry)).increment();
    }

    @Singleton
    ReplayMeter replayMeter(MeterRegistry registry) {
        var replays = Counter.builder("corridor.idempotency.replays")
                .description("Requests that were answered as before, because their idempotency key had been used for the same")
                .register(registry);
        return replays::increment;
    }

    /** In seconds; without buckets nobody can tell a slow tenth from a slow mean. */
    @Singleton
    MeterFilter bucketsOfRequests() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder().serviceLevelObjectives(BUCKETS.stream().mapToDouble(Duration::toNanos).toArray())
                                .build().merge(config)
                        : config;
            }
        };
    }

    /** A client may invent methods, and each would be a time series of its own. */
    @Singleton
    MeterFilter figuresOfKnownMethods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "OTHER");
    }
}

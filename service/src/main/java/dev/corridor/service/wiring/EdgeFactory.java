package dev.corridor.service.wiring;

import dev.corridor.http.access.TrustedProxies;
import dev.corridor.http.edge.connection.AllowedOrigins;
import dev.corridor.http.edge.connection.Deadlines;
import dev.corridor.http.edge.dialect.DialectSettings;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;

/** What the HTTP edge has to know of the settings, and how its figures are named. */
@Factory
final class EdgeFactory {

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

    /** A client may invent methods, and each would be a time series of its own. */
    @Singleton
    MeterFilter figuresOfKnownMethods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "OTHER");
    }
}

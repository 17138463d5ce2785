package dev.corridor.service.wiring;

import dev.corridor.http.access.TrustedProxies;
import dev.corridor.http.edge.dialect.DialectSettings;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What the HTTP edge has to know of the settings. */
@Factory
final class EdgeFactory {

    @Singleton
    TrustedProxies trustedProxies(Settings settings) {
        return new TrustedProxies(settings.trustedProxies());
    }

    @Singleton
    DialectSettings dialects(Settings settings) {
        return settings.dialects();
    }
}

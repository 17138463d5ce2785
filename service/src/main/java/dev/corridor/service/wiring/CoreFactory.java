package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.domain.money.AssetCatalogue;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Common dependencies: assets, clock and ids. */
@Factory
final class CoreFactory {

    @Singleton
    AssetCatalogue assets() {
        return AssetCatalogue.STANDARD;
    }

    /** Replaces the framework's clock, which has a finer precision than the API. */
    @Singleton
    @Primary
    InstantSource clock() {
        return ClockAndIds.clock();
    }

    @Singleton
    TimeOrderedIds ids() {
        return ClockAndIds.ids();
    }
}

package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.domain.money.AssetCatalogue;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What every feature builds on: the assets, the time, and identifiers. */
@Factory
final class CoreFactory {

    @Singleton
    AssetCatalogue assets() {
        return AssetCatalogue.STANDARD;
    }

    /** The framework brings a clock of its own, which ticks finer than the API can say. */
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

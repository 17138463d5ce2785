package dev.corridor.service.operation;

import dev.corridor.persistence.access.CacheFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** How much the caches of keys and sessions spare the database. */
public final class CacheMeters {

    private CacheMeters() {}

    /** @param of what is cached */
    public static <C extends CacheFigures> C watch(C cache, String of, MeterRegistry meters) {
        FunctionCounter.builder("corridor.access.recalled", cache, CacheFigures::recalled)
                .description("Keys and sessions that were known without asking the database")
                .tag("of", of)
                .register(meters);
        FunctionCounter.builder("corridor.access.read", cache, CacheFigures::read)
                .description("Keys and sessions that were looked up in the database")
                .tag("of", of)
                .register(meters);
        return cache;
    }
}

package dev.corridor.service;

import dev.corridor.service.database.AwaitedAddress;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Makes what a service needs on a thread of its own, while its database starts. That thread waits where it needs the database. */
final class HeadStart {

    private final AwaitedAddress address = new AwaitedAddress();
    private final CompletableFuture<ApplicationContext> context;

    private HeadStart(Settings settings) {
        this.context = CompletableFuture.supplyAsync(
                () -> start(settings, address), work -> Thread.ofPlatform().name("head-start").daemon().start(work));
    }

    static HeadStart begin(Settings settings) {
        return new HeadStart(settings);
    }

    /** The context, with all that works by itself at work. */
    ApplicationContext with(ServiceDatabase database) {
        address.is(database.address());
        try {
            return context.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** The database does not start, so nothing else does. */
    void giveUp() {
        address.isNotComing();
    }

    private static ApplicationContext start(Settings settings, AwaitedAddress address) {
        var context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(settings.listening().properties(settings.environment()))
                .properties(watchedDisk(settings))
                .build();
        context.registerSingleton(Settings.class, settings);
        context.registerSingleton(AwaitedAddress.class, address);
        try {
            return context.start();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** The disk of the data, if it is on this machine. */
    private static Map<String, Object> watchedDisk(Settings settings) {
        return Map.of(
                "endpoints.health.disk-space.enabled", settings.externalDatabase().isEmpty(),
                "endpoints.health.disk-space.path", settings.dataDirectory().toString());
    }
}

package dev.corridor.service.operation;

import dev.corridor.application.webhook.WebhookDispatcher;
import dev.corridor.persistence.access.AccessChangeListener;
import dev.corridor.service.settings.DatabaseAddress;
import io.micronaut.context.BeanContext;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.List;

/** Begins what works by itself while the service runs. All of that needs the database, which may be starting still: what does not is made before. */
@Singleton
final class BackgroundWork implements ApplicationEventListener<StartupEvent> {

    private static final List<Class<?>> PARTS = List.of(AccessChangeListener.class, RateWatch.class, FeedMaintenance.class, WebhookDispatcher.class,
            UpkeepSchedule.class);

    private final BeanContext beans;

    BackgroundWork(BeanContext beans) {
        this.beans = beans;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        beans.getBean(EmbeddedServer.class);
        beans.getBeansOfType(Upkeep.class);
        beans.getBean(DatabaseAddress.class);
        PARTS.forEach(beans::getBean);
    }
}

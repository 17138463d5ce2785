package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.feed.port.Events;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.webhook.ChangeEndpoint;
import dev.corridor.application.webhook.ChangeEndpointService;
import dev.corridor.application.webhook.CreateEndpoint;
import dev.corridor.application.webhook.CreateEndpointService;
import dev.corridor.application.webhook.DeleteEndpoint;
import dev.corridor.application.webhook.DeleteEndpointService;
import dev.corridor.application.webhook.DeliveryWatch;
import dev.corridor.application.webhook.DisableEndpoint;
import dev.corridor.application.webhook.DisableEndpointService;
import dev.corridor.application.webhook.GetEndpoint;
import dev.corridor.application.webhook.GetEndpointSecret;
import dev.corridor.application.webhook.GetEndpointSecretService;
import dev.corridor.application.webhook.GetEndpointService;
import dev.corridor.application.webhook.ListAttempts;
import dev.corridor.application.webhook.ListAttemptsService;
import dev.corridor.application.webhook.ListEndpoints;
import dev.corridor.application.webhook.ListEndpointsService;
import dev.corridor.application.webhook.MessageBodies;
import dev.corridor.application.webhook.ReplayEvents;
import dev.corridor.application.webhook.ReplayEventsService;
import dev.corridor.application.webhook.ResendMessage;
import dev.corridor.application.webhook.ResendMessageService;
import dev.corridor.application.webhook.RotateEndpointSecret;
import dev.corridor.application.webhook.RotateEndpointSecretService;
import dev.corridor.application.webhook.SendTestMessage;
import dev.corridor.application.webhook.SendTestMessageService;
import dev.corridor.application.webhook.WebhookDispatcher;
import dev.corridor.application.webhook.port.Deliveries;
import dev.corridor.application.webhook.port.EndpointSecrets;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.delivery.PostgresDeliveries;
import dev.corridor.persistence.webhook.PostgresEndpoints;
import dev.corridor.persistence.webhook.TinkEndpointSecrets;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import dev.corridor.webhook.HttpCourier;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** Webhooks: their ports, use cases and upkeep. */
@Factory
final class WebhookFactory {

    @Singleton
    Endpoints endpoints(DataSource dataSource) {
        return new PostgresEndpoints(dataSource);
    }

    @Singleton
    EndpointSecrets endpointSecrets(MasterKey masterKey) {
        return new TinkEndpointSecrets(masterKey, ClockAndIds::bytes);
    }

    @Singleton
    CreateEndpoint createEndpoint(
            Registry registry, EndpointSecrets secrets, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new CreateEndpointService(registry, secrets, audit, ids, clock);
    }

    @Singleton
    ListEndpoints listEndpoints(Endpoints endpoints) {
        return new ListEndpointsService(endpoints);
    }

    @Singleton
    GetEndpoint getEndpoint(Endpoints endpoints) {
        return new GetEndpointService(endpoints);
    }

    @Singleton
    ChangeEndpoint changeEndpoint(Registry registry, AuditLog audit, InstantSource clock) {
        return new ChangeEndpointService(registry, audit, clock);
    }

    @Singleton
    DeleteEndpoint deleteEndpoint(Registry registry, AuditLog audit, InstantSource clock) {
        return new DeleteEndpointService(registry, audit, clock);
    }

    @Singleton
    GetEndpointSecret getEndpointSecret(Endpoints endpoints, EndpointSecrets secrets) {
        return new GetEndpointSecretService(endpoints, secrets);
    }

    @Singleton
    RotateEndpointSecret rotateEndpointSecret(Registry registry, EndpointSecrets secrets, AuditLog audit, InstantSource clock) {
        return new RotateEndpointSecretService(registry, secrets, audit, clock);
    }

    @Singleton
    Deliveries deliveries(DataSource dataSource, Settings settings) {
        return new PostgresDeliveries(dataSource, settings.books().batchScope());
    }

    @Singleton
    @Bean(preDestroy = "close")
    HttpCourier courier() {
        return new HttpCourier();
    }

    @Singleton
    DisableEndpoint disableEndpoint(Registry registry, AuditLog audit, InstantSource clock) {
        return new DisableEndpointService(registry, audit, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    WebhookDispatcher webhookDispatcher(
            Events events,
            Deliveries deliveries,
            EndpointSecrets secrets,
            HttpCourier courier,
            MessageBodies bodies,
            DisableEndpoint disableEndpoint,
            DeliveryWatch watch,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new WebhookDispatcher(
                events,
                deliveries,
                secrets,
                courier,
                bodies,
                disableEndpoint,
                watch,
                ids,
                clock,
                RandomGenerator.getDefault(),
                task -> Thread.ofVirtual().name("webhook").start(task))
                .start();
    }

    @Singleton
    ListAttempts listAttempts(Endpoints endpoints, Deliveries deliveries) {
        return new ListAttemptsService(endpoints, deliveries);
    }

    @Singleton
    ResendMessage resendMessage(Registry registry, Deliveries deliveries, AuditLog audit, InstantSource clock) {
        return new ResendMessageService(registry, deliveries, audit, clock);
    }

    @Singleton
    ReplayEvents replayEvents(Registry registry, AuditLog audit, InstantSource clock) {
        return new ReplayEventsService(registry, audit, clock);
    }

    @Singleton
    SendTestMessage sendTestMessage(
            Registry registry, MessageBodies bodies, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new SendTestMessageService(registry, bodies, audit, ids, clock);
    }

    /** As long as events are kept. */
    @Singleton
    Upkeep deliveryRemoval(Deliveries deliveries, Settings settings, InstantSource clock) {
        var remove = Upkeep.inBatchesOf(10_000, limit -> deliveries.forget(clock.instant().minus(settings.feed().retention()), limit));
        return Upkeep.every(Duration.ofMinutes(1), "removing deliveries of webhooks", remove).notBefore(Duration.ofMinutes(1));
    }
}

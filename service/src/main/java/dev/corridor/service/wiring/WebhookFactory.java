package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.webhook.ChangeEndpoint;
import dev.corridor.application.webhook.ChangeEndpointService;
import dev.corridor.application.webhook.CreateEndpoint;
import dev.corridor.application.webhook.CreateEndpointService;
import dev.corridor.application.webhook.DeleteEndpoint;
import dev.corridor.application.webhook.DeleteEndpointService;
import dev.corridor.application.webhook.GetEndpoint;
import dev.corridor.application.webhook.GetEndpointSecret;
import dev.corridor.application.webhook.GetEndpointSecretService;
import dev.corridor.application.webhook.GetEndpointService;
import dev.corridor.application.webhook.ListEndpoints;
import dev.corridor.application.webhook.ListEndpointsService;
import dev.corridor.application.webhook.RotateEndpointSecret;
import dev.corridor.application.webhook.RotateEndpointSecretService;
import dev.corridor.application.webhook.port.EndpointSecrets;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.webhook.PostgresEndpoints;
import dev.corridor.persistence.webhook.TinkEndpointSecrets;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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
}

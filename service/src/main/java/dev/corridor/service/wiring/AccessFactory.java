package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.AuthenticateService;
import dev.corridor.application.access.ChangeApiKey;
import dev.corridor.application.access.ChangeApiKeyService;
import dev.corridor.application.access.ChangeApiKeyStatus;
import dev.corridor.application.access.ChangeApiKeyStatusService;
import dev.corridor.application.access.CountRequest;
import dev.corridor.application.access.CountRequestService;
import dev.corridor.application.access.CreateApiKey;
import dev.corridor.application.access.CreateApiKeyService;
import dev.corridor.application.access.GetApiKey;
import dev.corridor.application.access.GetApiKeyService;
import dev.corridor.application.access.ListApiKeys;
import dev.corridor.application.access.ListApiKeysService;
import dev.corridor.application.access.RecordKeyUses;
import dev.corridor.application.access.RecordKeyUsesService;
import dev.corridor.application.access.RotateApiKey;
import dev.corridor.application.access.RotateApiKeyService;
import dev.corridor.application.access.UsedKeys;
import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.access.port.KeyUses;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who carries out the use cases of keys and their limits. */
@Factory
final class AccessFactory {

    @Singleton
    UsedKeys usedKeys() {
        return new UsedKeys();
    }

    @Singleton
    AuthenticateService authenticate(
            Credentials credentials,
            SigningSecrets signingSecrets,
            Nonces nonces,
            UsedKeys usedKeys,
            Settings settings,
            InstantSource clock) {
        return new AuthenticateService(credentials, signingSecrets, nonces, usedKeys, settings.environment(), clock);
    }

    @Singleton
    CountRequest countRequest(Allowances allowances, Settings settings, InstantSource clock) {
        return new CountRequestService(allowances, settings.limits().plans(), settings.limits().routes(), clock);
    }

    @Singleton
    RecordKeyUses recordKeyUses(UsedKeys usedKeys, KeyUses keyUses) {
        return new RecordKeyUsesService(usedKeys, keyUses);
    }

    @Singleton
    CreateApiKey createApiKey(
            Registry registry,
            KeyGenerator generator,
            SigningSecrets signingSecrets,
            AuditLog audit,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new CreateApiKeyService(registry, generator, signingSecrets, audit, ids, clock);
    }

    @Singleton
    ListApiKeys listApiKeys(ApiKeys keys) {
        return new ListApiKeysService(keys);
    }

    @Singleton
    GetApiKey getApiKey(ApiKeys keys) {
        return new GetApiKeyService(keys);
    }

    @Singleton
    ChangeApiKey changeApiKey(Registry registry, AuditLog audit, InstantSource clock) {
        return new ChangeApiKeyService(registry, audit, clock);
    }

    @Singleton
    ChangeApiKeyStatus moveApiKey(Registry registry, AuditLog audit, InstantSource clock) {
        return new ChangeApiKeyStatusService(registry, audit, clock);
    }

    @Singleton
    RotateApiKey rotateApiKey(
            Registry registry,
            KeyGenerator generator,
            SigningSecrets signingSecrets,
            AuditLog audit,
            InstantSource clock) {
        return new RotateApiKeyService(registry, generator, signingSecrets, audit, clock);
    }
}

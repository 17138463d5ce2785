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
import dev.corridor.application.access.UnknownKeys;
import dev.corridor.application.access.UsedKeys;
import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.access.port.KeyUses;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.maintenance.port.MaintenanceListener;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.application.registry.Registry;
import dev.corridor.persistence.access.AccessChangeListener;
import dev.corridor.persistence.access.CachedCredentials;
import dev.corridor.persistence.access.InvalidatedCache;
import dev.corridor.persistence.access.LocalAllowances;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.access.PostgresAllowances;
import dev.corridor.persistence.access.PostgresApiKeys;
import dev.corridor.persistence.access.PostgresCredentials;
import dev.corridor.persistence.access.PostgresKeyUses;
import dev.corridor.persistence.access.PostgresNonces;
import dev.corridor.persistence.access.TinkSigningSecrets;
import dev.corridor.persistence.maintenance.MaintenanceReader;
import dev.corridor.persistence.user.CachedSessions;
import dev.corridor.service.operation.CacheMeters;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.sandbox.SandboxMasterKey;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Keys and limits: their ports, use cases and upkeep. */
@Factory
final class AccessFactory {

    private static final int BATCH = 1_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Singleton
    KeyGenerator keys(Settings settings) {
        return ClockAndIds.keysFor(settings);
    }

    @Singleton
    ApiKeys apiKeys(DataSource dataSource) {
        return new PostgresApiKeys(dataSource);
    }

    @Singleton
    CachedCredentials credentials(@Named(DatabaseFactory.ACCESS) DataSource dataSource, MeterRegistry meters) {
        return CacheMeters.watch(new CachedCredentials(new PostgresCredentials(dataSource)), "keys", meters);
    }

    @Singleton
    @Bean(preDestroy = "close")
    AccessChangeListener accessListener(
            @Named(DatabaseFactory.ACCESS) DataSource dataSource,
            CachedCredentials credentials,
            CachedSessions sessions,
            MaintenanceNotices notices,
            MaintenanceListener maintenance,
            @Named("feed") InvalidatedCache feed) {
        return AccessChangeListener.start(dataSource, credentials, sessions, new MaintenanceReader(notices, maintenance), feed);
    }

    @Singleton
    KeyUses keyUses(DataSource dataSource) {
        return new PostgresKeyUses(dataSource);
    }

    @Singleton
    MasterKey masterKey(Settings settings) {
        return settings.masterKey().orElseGet(() -> SandboxMasterKey.in(settings.dataDirectory(), ClockAndIds::bytes));
    }

    @Singleton
    SigningSecrets signingSecrets(MasterKey masterKey) {
        return new TinkSigningSecrets(masterKey, ClockAndIds::bytes);
    }

    @Singleton
    Nonces nonces(@Named(DatabaseFactory.ACCESS) DataSource dataSource) {
        return new PostgresNonces(dataSource);
    }

    @Singleton
    Allowances allowances(DataSource dataSource, InstantSource clock, Settings settings) {
        return settings.limits().shared() ? new PostgresAllowances(dataSource, clock) : new LocalAllowances(clock);
    }

    @Singleton
    UsedKeys usedKeys() {
        return new UsedKeys();
    }

    @Singleton
    UnknownKeys unknownKeys(Allowances allowances, Settings settings) {
        return new UnknownKeys(allowances, settings.limits().unknownKeys());
    }

    @Singleton
    AuthenticateService authenticate(
            Credentials credentials,
            SigningSecrets signingSecrets,
            Nonces nonces,
            UsedKeys usedKeys,
            UnknownKeys unknownKeys,
            Settings settings,
            InstantSource clock) {
        return new AuthenticateService(credentials, signingSecrets, nonces, usedKeys, unknownKeys, settings.environment(), settings.cell(), clock);
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

    /** Once a minute, which is the precision of these times. */
    @Singleton
    Upkeep keyUseRecording(RecordKeyUses recordKeyUses) {
        var record = Upkeep.inBatchesOf(BATCH, limit -> recordKeyUses.record(new RecordKeyUses.Command(limit)));
        return Upkeep.every(MINUTE, "recording when keys were used", record).notBefore(MINUTE);
    }

    /** Removes full buckets, if limits are counted in the database. */
    @Singleton
    Upkeep allowanceRemoval(Allowances allowances) {
        var remove = Upkeep.inBatchesOf(BATCH, limit -> allowances instanceof PostgresAllowances shared ? shared.removeExpired(limit) : 0);
        return Upkeep.every(MINUTE, "removing whole allowances", remove).notBefore(MINUTE);
    }
}

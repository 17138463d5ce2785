package dev.corridor.service.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.access.port.KeyUses;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
import dev.corridor.application.feed.EventFeed;
import dev.corridor.application.feed.NotifyingBooks;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.application.feed.port.Events;
import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.application.maintenance.port.MaintenanceListener;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.application.market.CurrentRates;
import dev.corridor.application.market.PolledSources;
import dev.corridor.application.market.port.Candles;
import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.application.market.port.Ticks;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.application.transaction.port.UnresolvedTransfers;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.application.user.port.Users;
import dev.corridor.chain.NoChain;
import dev.corridor.chain.SimulatedChain;
import dev.corridor.crypto.Argon2Hashes;
import dev.corridor.crypto.SignedTokens;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.access.TrustedProxies;
import dev.corridor.http.edge.dialect.DialectSettings;
import dev.corridor.http.feed.FeedSettings;
import dev.corridor.persistence.Migrations;
import dev.corridor.persistence.access.AccessChangeListener;
import dev.corridor.persistence.access.CachedCredentials;
import dev.corridor.persistence.access.InvalidatedCache;
import dev.corridor.persistence.access.LocalAllowances;
import dev.corridor.persistence.access.PostgresAllowances;
import dev.corridor.persistence.access.PostgresApiKeys;
import dev.corridor.persistence.access.PostgresCredentials;
import dev.corridor.persistence.access.PostgresKeyUses;
import dev.corridor.persistence.access.PostgresNonces;
import dev.corridor.persistence.access.TinkSigningSecrets;
import dev.corridor.persistence.account.PostgresAccounts;
import dev.corridor.persistence.audit.PostgresAuditTrail;
import dev.corridor.persistence.beneficiary.PostgresBeneficiaries;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.feed.PostgresConnections;
import dev.corridor.persistence.feed.PostgresEvents;
import dev.corridor.persistence.idempotency.PostgresExpiredAnswers;
import dev.corridor.persistence.maintenance.MaintenanceReader;
import dev.corridor.persistence.maintenance.PostgresMaintenanceNotices;
import dev.corridor.persistence.market.PostgresCandles;
import dev.corridor.persistence.market.PostgresRecentTrades;
import dev.corridor.persistence.market.PostgresTicks;
import dev.corridor.persistence.organization.PostgresOrganizations;
import dev.corridor.persistence.quote.PostgresQuotes;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.persistence.transaction.PostgresTransactions;
import dev.corridor.persistence.transaction.PostgresUnresolvedTransfers;
import dev.corridor.persistence.user.CachedSessions;
import dev.corridor.persistence.user.PostgresSessions;
import dev.corridor.persistence.user.PostgresUsers;
import dev.corridor.service.sandbox.SandboxMasterKey;
import dev.corridor.service.sandbox.TokenKeyFile;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** What stands behind the ports. */
@Factory
public final class AdapterFactory {

    /** A client waits no longer than this for a connection, and then learns that it must try again. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    /** No statement of the service takes as long; a database that is silent for longer is gone. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    /** The database gives up by itself, so that the locks of a node that has died do not outlive it for long. */
    private static final String TIME_LIMITS = "-c statement_timeout=20s -c lock_timeout=10s -c idle_in_transaction_session_timeout=20s";

    /** For keys and health. Apart from the rest, so that a crowd on one account does not keep everybody else from being let in. */
    public static final String ACCESS = "access";

    /** One of them listens for changes, and is never given back. */
    private static final int ACCESS_POOL_SIZE = 5;

    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    HikariDataSource dataSource(DatabaseAddress address, Settings settings, MeterRegistry meters) {
        return pool("corridor", settings.databasePoolSize(), address, meters);
    }

    @Singleton
    @Named(ACCESS)
    @Bean(preDestroy = "close")
    HikariDataSource accessDataSource(DatabaseAddress address, MeterRegistry meters) {
        return pool("corridor-access", ACCESS_POOL_SIZE, address, meters);
    }

    private static HikariDataSource pool(String name, int size, DatabaseAddress address, MeterRegistry meters) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setConnectionInitSql(Migrations.TAKE_ON_SERVICE_ROLE);
        config.addDataSourceProperty("ApplicationName", "corridor");
        config.addDataSourceProperty("connectTimeout", CONNECTION_TIMEOUT.toSeconds());
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("options", TIME_LIMITS);
        // PostgreSQL's detail of an error shows whole rows, people's names included.
        config.addDataSourceProperty("logServerErrorDetail", false);
        config.setMetricRegistry(meters);
        return new HikariDataSource(config);
    }

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

    @Singleton
    KeyGenerator keys(Settings settings) {
        return ClockAndIds.keysFor(settings.environment());
    }

    @Singleton
    Organizations organizations(DataSource dataSource) {
        return new PostgresOrganizations(dataSource);
    }

    @Singleton
    ApiKeys apiKeys(DataSource dataSource) {
        return new PostgresApiKeys(dataSource);
    }

    @Singleton
    CachedCredentials credentials(@Named(ACCESS) DataSource dataSource) {
        return new CachedCredentials(new PostgresCredentials(dataSource));
    }

    @Context
    @Bean(preDestroy = "close")
    AccessChangeListener accessListener(
            @Named(ACCESS) DataSource dataSource,
            CachedCredentials credentials,
            CachedSessions sessions,
            MaintenanceNotices notices,
            MaintenanceListener maintenance,
            @Named("feed") InvalidatedCache feed) {
        return AccessChangeListener.start(dataSource, credentials, sessions, new MaintenanceReader(notices, maintenance), feed);
    }

    @Singleton
    MaintenanceNotices maintenanceNotices(@Named(ACCESS) DataSource dataSource) {
        return new PostgresMaintenanceNotices(dataSource);
    }

    @Singleton
    KeyUses keyUses(DataSource dataSource) {
        return new PostgresKeyUses(dataSource);
    }

    @Singleton
    Registry registry(DataSource dataSource, CachedCredentials credentials, CachedSessions sessions) {
        return new PostgresRegistry(dataSource, organization -> {
            credentials.forget(organization);
            sessions.forget(organization);
        });
    }

    @Singleton
    Users users(DataSource dataSource) {
        return new PostgresUsers(dataSource);
    }

    @Singleton
    CachedSessions sessions(@Named(ACCESS) DataSource dataSource) {
        return new CachedSessions(new PostgresSessions(dataSource));
    }

    @Singleton
    Tokens tokens(Settings settings) {
        return new SignedTokens(settings.tokenKey().orElseGet(() -> new TokenKeyFile(settings.dataDirectory()).readOrCreate()));
    }

    @Singleton
    @Bean(preDestroy = "close")
    Argon2Hashes passwordHashes() {
        return new Argon2Hashes();
    }

    @Singleton
    AuditTrail auditTrail(DataSource dataSource) {
        return new PostgresAuditTrail(dataSource);
    }

    @Singleton
    SigningSecrets signingSecrets(Settings settings) {
        var masterKey = settings.masterKey().orElseGet(() -> SandboxMasterKey.in(settings.dataDirectory(), ClockAndIds::bytes));
        return new TinkSigningSecrets(masterKey, ClockAndIds::bytes);
    }

    @Singleton
    Nonces nonces(@Named(ACCESS) DataSource dataSource) {
        return new PostgresNonces(dataSource);
    }

    @Singleton
    Allowances allowances(DataSource dataSource, InstantSource clock, Settings settings) {
        return settings.limits().shared() ? new PostgresAllowances(dataSource, clock) : new LocalAllowances(clock);
    }

    @Singleton
    TrustedProxies trustedProxies(Settings settings) {
        return new TrustedProxies(settings.trustedProxies());
    }

    @Singleton
    Accounts accounts(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresAccounts(dataSource, assets);
    }

    @Singleton
    Beneficiaries beneficiaries(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresBeneficiaries(dataSource, assets);
    }

    @Singleton
    Quotes quotes(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresQuotes(dataSource, assets);
    }

    @Singleton
    Transactions transactions(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresTransactions(dataSource, assets);
    }

    @Singleton
    UnresolvedTransfers unresolvedTransfers(DataSource dataSource) {
        return new PostgresUnresolvedTransfers(dataSource);
    }

    @Singleton
    ExpiredAnswers expiredAnswers(DataSource dataSource) {
        return new PostgresExpiredAnswers(dataSource);
    }

    @Singleton
    Connections connections(DataSource dataSource) {
        return new PostgresConnections(dataSource);
    }

    @Singleton
    FeedSettings webSockets(Settings settings) {
        return settings.feed().webSockets();
    }

    /** Whoever decides something says so to those who follow. */
    @Singleton
    @Primary
    Books books(PostgresBooks books, EventFeed feed) {
        return new NotifyingBooks(books, feed);
    }

    @Singleton
    Events events(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresEvents(dataSource, assets);
    }

    @Singleton
    @Bean(preDestroy = "close")
    PostgresBooks postgresBooks(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresBooks(dataSource, assets, settings.books());
    }

    @Singleton
    DialectSettings dialects(Settings settings) {
        return settings.dialects();
    }

    @Singleton
    Ticks ticks(DataSource dataSource) {
        return new PostgresTicks(dataSource);
    }

    @Singleton
    Candles candles(DataSource dataSource) {
        return new PostgresCandles(dataSource);
    }

    @Singleton
    RecentTrades recentTrades(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresRecentTrades(dataSource, assets);
    }

    @Singleton
    PolledSources rateFeeds(Settings settings) {
        return RateSources.feeds(settings.rates());
    }

    /** Also what stands behind the port of exchange rates. */
    @Singleton
    CurrentRates currentRates(PolledSources feeds, InstantSource clock) {
        return new CurrentRates(Symbols.STANDARD, feeds.all(), clock);
    }

    /** Live money never goes over a simulated chain. */
    @Singleton
    Chain chain(Settings settings) {
        return switch (settings.environment()) {
            case SANDBOX -> new SimulatedChain(settings.chainConfirmation());
            case LIVE -> new NoChain();
        };
    }
}

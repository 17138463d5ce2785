package dev.corridor.service.api;

import dev.corridor.application.books.Moment;
import dev.corridor.crypto.Argon2Expense;
import dev.corridor.crypto.Argon2Hashes;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.persistence.BooksTime;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.persistence.testing.TwinSchema;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import dev.corridor.testing.SettableClock;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator would give the service: settings, a database of its own for each test class, and a clock that stands still. */
@Factory
@Requires(env = Environment.TEST)
final class ServiceUnderTest {

    /** A test class with this property set to {@code live} meets the live environment. */
    static final String ENVIRONMENT = "service-under-test.environment";

    /** A test class with this property set to {@code 1} meets a service in which only one decision can wait. */
    static final String QUEUE = "service-under-test.books-queue";

    /** What a test class wants of the limits, as an operator would set it. */
    static final String TIERS = "service-under-test.tiers";

    static final String ROUTE_LIMITS = "service-under-test.route-limits";
    /** {@code rotating} for refresh tokens that are used once. */
    static final String REFRESH_TOKENS = "service-under-test.refresh-tokens";

    static final String UNKNOWN_KEY_LIMIT = "service-under-test.unknown-key-limit";
    static final String NEW_WALLET_LIMIT = "service-under-test.new-wallet-limit";
    static final String LIMITS = "service-under-test.limits";

    /** How many seconds the head of a request, its body and the next request may take to come, with blanks between. */
    static final String DEADLINES = "service-under-test.deadlines";

    /** What can be subscribed to on WebSockets. */
    static final String FEED_CHANNELS = "service-under-test.feed-channels";
    /** Where a test class wants prices to come from; {@code fixed} if it does not say. */
    static final String RATE_SOURCES = "service-under-test.rate-sources";

    static final String RATES = "service-under-test.rates";
    static final String TICKER_URL = "service-under-test.ticker-url";

    /** Who collects traces; nobody if empty. */
    static final String COLLECTOR = "service-under-test.collector";

    /** Whether its tables are spread by organization. */
    static final String DISTRIBUTED = "service-under-test.distributed";

    /** The file that connects blockchains. */
    static final String RAILS = "service-under-test.rails";

    /** {@code standard} where a test class wants passwords that cost what they do in operation; others would hash most of the time. */
    static final String PASSWORDS = "service-under-test.passwords";

    private static final Argon2Expense CHEAP = new Argon2Expense(64, 1, 1);

    /** The moment of the contract's canonical examples. */
    private static final String BEGINNING = "2025-03-15T14:30:00Z";

    /** Of 64 bits, an identifier has 62. */
    private static final int UNUSED_BITS = 2;

    private static final AtomicLong IDS = new AtomicLong();

    @Singleton
    Settings settings(
            @Property(name = ENVIRONMENT, defaultValue = "sandbox") String environment,
            @Property(name = QUEUE, defaultValue = "4096") String queue,
            @Property(name = TIERS, defaultValue = "") String tiers,
            @Property(name = ROUTE_LIMITS, defaultValue = "none") String routeLimits,
            @Property(name = REFRESH_TOKENS, defaultValue = "") String refreshTokens,
            @Property(name = UNKNOWN_KEY_LIMIT, defaultValue = "none") String unknownKeyLimit,
            @Property(name = NEW_WALLET_LIMIT, defaultValue = "") String newWalletLimit,
            @Property(name = LIMITS, defaultValue = "") String limits,
            @Property(name = DEADLINES, defaultValue = "10 30 60") String deadlines,
            @Property(name = FEED_CHANNELS, defaultValue = "") String feedChannels,
            @Property(name = RATE_SOURCES, defaultValue = "fixed") String rateSources,
            @Property(name = RATES, defaultValue = "USD/USDC=1,EUR/USDC=1.0825") String rates,
            @Property(name = TICKER_URL, defaultValue = "") String tickerUrl,
            @Property(name = COLLECTOR, defaultValue = "") String collector,
            @Property(name = RAILS, defaultValue = "") String rails,
            @Property(name = DISTRIBUTED, defaultValue = "false") boolean isDistributed) {
        return Settings.of(Map.ofEntries(
                Map.entry("CORRIDOR_ENVIRONMENT", environment),
                Map.entry("CORRIDOR_BOOKS_QUEUE", queue),
                Map.entry("CORRIDOR_MASTER_KEY", "0123456789abcdef".repeat(4)),
                Map.entry("CORRIDOR_TIERS", tiers),
                Map.entry("CORRIDOR_ROUTE_LIMITS", routeLimits),
                Map.entry("CORRIDOR_REFRESH_TOKENS", refreshTokens),
                Map.entry("CORRIDOR_UNKNOWN_KEY_LIMIT", unknownKeyLimit),
                Map.entry("CORRIDOR_NEW_WALLET_LIMIT", newWalletLimit),
                Map.entry("CORRIDOR_LIMITS", limits),
                Map.entry("CORRIDOR_TOKEN_KEY", "cGxhbnRlZCBwbGFudGVkIHBsYW50ZWQgcGxhbnRlZCE="),
                Map.entry("CORRIDOR_TRUSTED_PROXIES", "127.0.0.0/8,::1"),
                Map.entry("CORRIDOR_HEAD_SECONDS", deadlines.split(" ")[0]),
                Map.entry("CORRIDOR_BODY_SECONDS", deadlines.split(" ")[1]),
                Map.entry("CORRIDOR_IDLE_SECONDS", deadlines.split(" ")[2]),
                Map.entry("CORRIDOR_FEED_CHANNELS", feedChannels),
                Map.entry("CORRIDOR_RATE_SOURCES", rateSources),
                Map.entry("CORRIDOR_RATES", rates),
                Map.entry("CORRIDOR_RATE_TICKER_URL", tickerUrl),
                Map.entry("CORRIDOR_OTLP_ENDPOINT", collector),
                Map.entry("CORRIDOR_RAILS", rails),
                Map.entry("CORRIDOR_BOOKS_BATCH_SCOPE", isDistributed ? "organization" : ""),
                Map.entry("CORRIDOR_BOOKS_PLANNING", isDistributed ? "by-statistics" : "")));
    }

    @Singleton
    @Bean(preDestroy = "close")
    TestDatabase database(@Property(name = DISTRIBUTED, defaultValue = "false") boolean isDistributed) {
        return isDistributed ? TwinSchema.create() : TestDatabase.create();
    }

    @Singleton
    DatabaseAddress databaseAddress(TestDatabase database) {
        return DatabaseAddress.parse(database.jdbcUrl());
    }

    @Singleton
    @Primary
    @Replaces(InstantSource.class)
    @Bean(typed = {InstantSource.class, SettableClock.class})
    SettableClock clock() {
        return SettableClock.at(BEGINNING);
    }

    @Singleton
    @Replaces(Argon2Hashes.class)
    @Bean(preDestroy = "close")
    Argon2Hashes passwordHashes(@Property(name = PASSWORDS, defaultValue = "cheap") String passwords) {
        return new Argon2Hashes(passwords.equals("standard") ? Argon2Expense.STANDARD : CHEAP);
    }

    @Singleton
    @Replaces(BooksTime.class)
    BooksTime booksTime(SettableClock clock) {
        return standingStill(clock);
    }

    /** Identifiers of one moment are counted, on all nodes together. */
    static BooksTime standingStill(SettableClock clock) {
        return databaseTime -> new Moment(clock.instant(), () -> TimeOrderedUuid.of(clock.instant(), IDS.getAndIncrement() << UNUSED_BITS));
    }
}

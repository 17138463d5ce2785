package dev.corridor.service.settings;

import static dev.corridor.domain.money.Asset.BTC;
import static dev.corridor.domain.money.Asset.ETH;
import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static dev.corridor.domain.money.Asset.USDT;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.access.RouteLimits;
import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.user.RefreshTokens;
import dev.corridor.crypto.TokenKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Cell;
import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.Plan;
import dev.corridor.domain.access.Plans;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.market.PriceRules;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.quote.Drift;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.Pricing;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.quote.Spread;
import dev.corridor.domain.quote.Spreads;
import dev.corridor.http.edge.connection.AllowedOrigins;
import dev.corridor.http.edge.connection.Deadlines;
import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.dialect.DialectSettings;
import dev.corridor.http.feed.FeedSettings;
import dev.corridor.market.TickerFormat;
import dev.corridor.market.TickerKey;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.PlannerSettings;
import dev.corridor.service.rails.Rails;
import dev.corridor.service.settings.RateSettings.Source;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String MASTER_KEY = "0123456789abcdef".repeat(4);
    private static final String TEST_KEY = "nxos_sk_test_0123456789abcdef";

    private static final String TOKEN_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static int lanesOfThisMachine() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
    }

    @Test
    void nothing_needs_to_be_set() {
        var settings = Settings.of(Map.of("PATH", "/bin", "CORRIDOR_PORT", ""));

        assertThat(settings)
                .isEqualTo(new Settings(
                        Environment.SANDBOX,
                        Optional.empty(),
                        new Listening(8080, Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        Path.of("./data"),
                        Optional.empty(),
                        Duration.ofSeconds(30),
                        16,
                        new LaneSettings(lanesOfThisMachine(), 4_096, 256, LaneSettings.STANDARD.lockPatience(), BatchScope.ANY,
                                PlannerSettings.BY_KEY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        RefreshTokens.REUSABLE,
                        List.of(),
                        AllowedOrigins.NONE,
                        Deadlines.STANDARD,
                        new LimitSettings(
                                Plans.STANDARD,
                                new RouteLimits(Map.ofEntries(
                                        Map.entry("POST /v1/auth/login", RateLimit.perMinute(5)),
                                        Map.entry("POST /v1/auth/refresh", RateLimit.perMinute(10)),
                                        Map.entry("POST /v1/auth/register", RateLimit.perMinute(5)),
                                        Map.entry("POST /v1/auth/logout", RateLimit.perMinute(10)),
                                        Map.entry("POST /v1/auth/password", RateLimit.perMinute(5)),
                                        Map.entry("GET /v1/auth/me", RateLimit.perMinute(60)),
                                        Map.entry("GET /v1/auth/sessions", RateLimit.perMinute(60)),
                                        Map.entry("DELETE /v1/auth/sessions/{sessionId}", RateLimit.perMinute(60)),
                                        Map.entry("GET /ws", RateLimit.perMinute(60)),
                                        Map.entry("GET /ws/nexus-bridge", RateLimit.perMinute(60)),
                                        Map.entry("GET /ws/fastfeed", RateLimit.perMinute(60)),
                                        Map.entry("POST /portal/login", RateLimit.perMinute(5)),
                                        Map.entry("POST /portal/operator/login", RateLimit.perMinute(5)),
                                        Map.entry("POST /operator/v1/login", RateLimit.perMinute(5)),
                                        Map.entry("POST /portal/operator/enrolment", RateLimit.perMinute(5)))),
                                Optional.of(RateLimit.perMinute(60)),
                                Optional.empty(),
                                false),
                        new FeedOptions(Duration.ofDays(7), new FeedSettings(EnumSet.allOf(Channel.class), Duration.ofSeconds(15))),
                        DialectSettings.STANDARD,
                        QuotePolicy.STANDARD,
                        Optional.empty(),
                        Duration.ofMinutes(10),
                        Duration.ofDays(3),
                        new RateSettings(
                                Symbols.STANDARD.all().stream().collect(toMap(identity(), symbol -> Source.SIMULATED)),
                                rates(
                                        Rate.of("1", USDC, USD),
                                        Rate.of("1", USDT, USD),
                                        Rate.of("1", USDC, USDT),
                                        Rate.of("1.0825", EUR, USD),
                                        Rate.of("1.0825", EUR, USDC),
                                        Rate.of("1.0825", EUR, USDT),
                                        Rate.of("95000", BTC, USD),
                                        Rate.of("95000", BTC, USDT),
                                        Rate.of("3300", ETH, USD),
                                        Rate.of("3300", ETH, USDT)),
                                100,
                                1,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(10),
                                new PriceRules(1_000),
                                Duration.ofSeconds(3),
                                URI.create("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"),
                                Duration.ofDays(6),
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofDays(35)),
                        Duration.ofSeconds(15),
                        Rails.NONE,
                        Maintenance.NONE,
                        Duration.ofDays(7),
                        Duration.ZERO,
                        Duration.ofSeconds(2)));
    }

    @Test
    void everything_can_be_set() {
        var settings = Settings.of(Map.ofEntries(
                Map.entry("CORRIDOR_ENVIRONMENT", "sandbox"),
                Map.entry("CORRIDOR_CELL", "eu1"),
                Map.entry("CORRIDOR_PORT", "0"),
                Map.entry("CORRIDOR_DATA_DIR", "/var/lib/corridor"),
                Map.entry("CORRIDOR_DATABASE_URL", "postgres://app:secret@db:5432/books"),
                Map.entry("CORRIDOR_DATABASE_POOL_SIZE", "100"),
                Map.entry("CORRIDOR_BOOKS_LANES", "48"),
                Map.entry("CORRIDOR_BOOKS_QUEUE", "100000"),
                Map.entry("CORRIDOR_BOOKS_BATCH_SCOPE", "organization"),
                Map.entry("CORRIDOR_BOOKS_PLANNING", "by-statistics"),
                Map.entry("CORRIDOR_SANDBOX_API_KEY", TEST_KEY),
                Map.entry("CORRIDOR_MASTER_KEY", MASTER_KEY),
                Map.entry("CORRIDOR_TOKEN_KEY", TOKEN_KEY),
                Map.entry("CORRIDOR_REGISTRATION", "closed"),
                Map.entry("CORRIDOR_REFRESH_TOKENS", "rotating"),
                Map.entry("CORRIDOR_TRUSTED_PROXIES", "10.0.0.0/8, 2001:db8::1"),
                Map.entry("CORRIDOR_CORS_ORIGINS", "https://app.example.com, http://localhost:3000"),
                Map.entry("CORRIDOR_HEAD_SECONDS", "1"),
                Map.entry("CORRIDOR_BODY_SECONDS", "2"),
                Map.entry("CORRIDOR_IDLE_SECONDS", "3"),
                Map.entry("CORRIDOR_TIERS", "STREAM rate=2/s burst=9 quota=1000 keys=7 connections=0; ORACLE rate=7/min subscriptions=1"),
                Map.entry("CORRIDOR_ROUTE_LIMITS", "POST /v1/auth/login=5/min, GET /v1/accounts/{accountId}=10/s burst 20"),
                Map.entry("CORRIDOR_UNKNOWN_KEY_LIMIT", "9/min"),
                Map.entry("CORRIDOR_NEW_WALLET_LIMIT", "5/h"),
                Map.entry("CORRIDOR_LIMITS", "database"),
                Map.entry("CORRIDOR_FEED_CHANNELS", "ticker, quotes"),
                Map.entry("CORRIDOR_FEED_HEARTBEAT_SECONDS", "3"),
                Map.entry("CORRIDOR_FEED_RETENTION_DAYS", "30"),
                Map.entry("CORRIDOR_DIALECT", "tickdb"),
                Map.entry("CORRIDOR_TICKDB_ALWAYS_200", "yes"),
                Map.entry("CORRIDOR_NEXGENT_STACK", "yes"),
                Map.entry("CORRIDOR_QUOTE_VALIDITY_SECONDS", "10; BTCUSDT=15"),
                Map.entry("CORRIDOR_SPREAD_BPS", "0, 100000=5; crypto=40"),
                Map.entry("CORRIDOR_QUOTE_DRIFT_BPS", "9; crypto=none; BTCUSDT=20"),
                Map.entry("CORRIDOR_UNUSED_QUOTE_DAYS", "60"),
                Map.entry("CORRIDOR_OPEN_QUOTES", "100"),
                Map.entry("CORRIDOR_OPEN_QUOTES_WORTH", "50000"),
                Map.entry("CORRIDOR_REVERSAL_MINUTES", "1"),
                Map.entry("CORRIDOR_APPROVAL_HOURS", "2"),
                Map.entry("CORRIDOR_RATES", "EUR/USD=1.1, USDC/EUR=0.8"),
                Map.entry("CORRIDOR_RATE_SOURCES", "fixed, EURUSD=ecb, BTCUSDT=ticker, EURUSDT=none"),
                Map.entry("CORRIDOR_RATE_POLL_SECONDS", "2"),
                Map.entry("CORRIDOR_RATE_BELIEVED_SECONDS", "20"),
                Map.entry("CORRIDOR_RATE_MAX_JUMP_BPS", "500"),
                Map.entry("CORRIDOR_RATE_TIMEOUT_SECONDS", "1"),
                Map.entry("CORRIDOR_RATE_RETENTION_DAYS", "8"),
                Map.entry("CORRIDOR_RATE_SWING_BPS", "0"),
                Map.entry("CORRIDOR_RATE_SEED", "7"),
                Map.entry("CORRIDOR_RATE_ECB_URL", "http://localhost/daily.xml"),
                Map.entry("CORRIDOR_RATE_ECB_DAYS", "7"),
                Map.entry("CORRIDOR_RATE_TICKER_URL", "https://ticker.example/{symbol}"),
                Map.entry("CORRIDOR_RATE_TICKER_KEY", "its-key"),
                Map.entry("CORRIDOR_RATE_TICKER_POINTERS", "price=/last/0,time=/at"),
                Map.entry("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "0"),
                Map.entry("CORRIDOR_LOG_FORMAT", "json"),
                Map.entry("CORRIDOR_OTLP_ENDPOINT", "http://localhost:4318"),
                Map.entry("CORRIDOR_BIND_ADDRESS", "127.0.0.1"),
                Map.entry("CORRIDOR_MANAGEMENT_PORT", "9090"),
                Map.entry("CORRIDOR_DATABASE_WAIT_SECONDS", "5"),
                Map.entry("CORRIDOR_MAINTENANCE", "600"),
                Map.entry("CORRIDOR_REQUEST_JOURNAL_DAYS", "90"),
                Map.entry("CORRIDOR_WARM_UP_SECONDS", "300"),
                Map.entry("CORRIDOR_DRAIN_SECONDS", "0"),
                Map.entry("CORRIDOR_JAVA_OPTS", "-Xmx2g")));

        assertThat(settings)
                .isEqualTo(new Settings(
                        Environment.SANDBOX,
                        Optional.of(new Cell("eu1")),
                        new Listening(0, Optional.of("127.0.0.1"), Optional.of(9090), Optional.empty()),
                        Optional.of(URI.create("http://localhost:4318")),
                        Path.of("/var/lib/corridor"),
                        Optional.of(new DatabaseAddress("jdbc:postgresql://db:5432/books", "app", "secret")),
                        Duration.ofSeconds(5),
                        100,
                        new LaneSettings(48, 100_000, 256, LaneSettings.STANDARD.lockPatience(), BatchScope.ORGANIZATION,
                                PlannerSettings.BY_STATISTICS),
                        Optional.of(new ApiKeySecret(TEST_KEY)),
                        Optional.of(new MasterKey(MASTER_KEY)),
                        Optional.of(new TokenKey(TOKEN_KEY)),
                        false,
                        RefreshTokens.ROTATING,
                        List.of(IpRange.parse("10.0.0.0/8"), IpRange.parse("2001:db8::1")),
                        new AllowedOrigins(List.of("https://app.example.com", "http://localhost:3000")),
                        new Deadlines(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)),
                        new LimitSettings(
                                Plans.STANDARD
                                        .with(Tier.STREAM, new Plan(
                                                Optional.of(new RateLimit(2, Duration.ofSeconds(1), 9)), Optional.of(1_000L), 7, 0, 5))
                                        .with(Tier.ORACLE, new Plan(Optional.of(RateLimit.perMinute(7)), Optional.empty(), 2, 10, 1)),
                                new RouteLimits(Map.of(
                                        "POST /v1/auth/login", RateLimit.perMinute(5),
                                        "GET /v1/accounts/{accountId}", new RateLimit(10, Duration.ofSeconds(1), 20))),
                                Optional.of(RateLimit.perMinute(9)),
                                Optional.of(new RateLimit(5, Duration.ofHours(1), 5)),
                                true),
                        new FeedOptions(Duration.ofDays(30), new FeedSettings(Set.of(Channel.TICKER, Channel.QUOTES), Duration.ofSeconds(3))),
                        new DialectSettings(DialectName.TICKDB, true, true),
                        new QuotePolicy(
                                new Pricing(
                                        Duration.ofSeconds(10),
                                        new Spreads(List.of(new Spreads.Step(0, new Spread(0)), new Spreads.Step(100_000, new Spread(5)))),
                                        Optional.of(new Drift(9))),
                                new Pricing(Duration.ofSeconds(30), Spreads.flat(new Spread(40)), Optional.empty()),
                                Map.of(
                                        new Symbol(BTC, USDT),
                                        new Pricing(Duration.ofSeconds(15), Spreads.flat(new Spread(40)), Optional.of(new Drift(20)))),
                                new OpenQuotes.Limit(100, 50_000, Duration.ofSeconds(30))),
                        Optional.of(Duration.ofDays(60)),
                        Duration.ofMinutes(1),
                        Duration.ofHours(2),
                        new RateSettings(
                                Map.of(
                                        new Symbol(EUR, USD), Source.ECB,
                                        new Symbol(BTC, USDT), Source.TICKER,
                                        new Symbol(EUR, USDC), Source.FIXED),
                                rates(Rate.of("1.1", EUR, USD), Rate.of("1.25", EUR, USDC)),
                                0,
                                7,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(20),
                                new PriceRules(500),
                                Duration.ofSeconds(1),
                                URI.create("http://localhost/daily.xml"),
                                Duration.ofDays(7),
                                Optional.of(new TickerFormat("https://ticker.example/{symbol}", "/last/0", "/last/0", Optional.of("/at"))),
                                Optional.of(new TickerKey("its-key")),
                                Duration.ofDays(8)),
                        Duration.ZERO,
                        Rails.NONE,
                        Maintenance.of(Duration.ofMinutes(10)),
                        Duration.ofDays(90),
                        Duration.ofMinutes(5),
                        Duration.ZERO));
    }

    @Test
    void quotes_outlive_the_events_about_them() {
        var kept = Map.of("CORRIDOR_UNUSED_QUOTE_DAYS", "30", "CORRIDOR_FEED_RETENTION_DAYS", "15");
        assertThat(Settings.of(kept).unusedQuotes()).contains(Duration.ofDays(30));
        assertThat(Settings.of(Map.of()).unusedQuotes()).isEmpty();

        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_UNUSED_QUOTE_DAYS", "30", "CORRIDOR_FEED_RETENTION_DAYS", "16")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("CORRIDOR_UNUSED_QUOTE_DAYS must be at least twice CORRIDOR_FEED_RETENTION_DAYS");
    }

    @Test
    void the_pool_has_room_for_every_lane() {
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_DATABASE_POOL_SIZE", "4", "CORRIDOR_BOOKS_LANES", "2")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("CORRIDOR_DATABASE_POOL_SIZE must be greater than twice CORRIDOR_BOOKS_LANES, because each lane keeps two connections");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    CORRIDOR_ENVIRONMENT                | production         | expected sandbox or live, but was "production"
                    CORRIDOR_PORT                       | 65536              | expected a whole number from 0 to 65535, but was "65536"
                    CORRIDOR_PORT                       | http               | expected a whole number from 0 to 65535, but was "http"
                    CORRIDOR_PORT                       | -1                 | expected a whole number from 0 to 65535, but was "-1"
                    CORRIDOR_PORT                       | 99999999999999     | expected a whole number from 0 to 65535
                    CORRIDOR_DATABASE_URL               | mysql://a:b@c/d    | expected postgres://user:password@host:port/database
                    CORRIDOR_DATABASE_URL               | postgres://db/a    | names no user
                    CORRIDOR_DATABASE_POOL_SIZE         | 0                  | expected a whole number from 1 to 100
                    CORRIDOR_DATABASE_POOL_SIZE         | 101                | expected a whole number from 1 to 100
                    CORRIDOR_BOOKS_LANES                | 49                 | expected a whole number from 1 to 48
                    CORRIDOR_BOOKS_QUEUE                | 0                  | expected a whole number from 1 to 100000
                    CORRIDOR_BOOKS_BATCH_SCOPE          | all                | expected any or organization
                    CORRIDOR_BOOKS_PLANNING             | guess              | expected by-key or by-statistics
                    CORRIDOR_SANDBOX_API_KEY            | hunter2            | expected nxos_sk_test_ and 16 to 128 letters
                    CORRIDOR_SANDBOX_API_KEY            | nxos_sk_live_0123456789abcdef | expected nxos_sk_test_
                    CORRIDOR_MASTER_KEY                 | 00ff               | a master key is 64 hex digits
                    CORRIDOR_CORS_ORIGINS               | *                  | expected https://app.example.com, without a path
                    CORRIDOR_CORS_ORIGINS               | https://a.example/ | expected https://app.example.com, without a path
                    CORRIDOR_HEAD_SECONDS               | 0                  | expected a whole number from 1 to 300
                    CORRIDOR_BODY_SECONDS               | 301                | expected a whole number from 1 to 300
                    CORRIDOR_IDLE_SECONDS               | 3601               | expected a whole number from 1 to 3600
                    CORRIDOR_TIERS                      | GOLD rate=1/min    | expected STREAM, QUANT, PULSE or ORACLE
                    CORRIDOR_TIERS                      | STREAM rate=1/day  | expected s, min or h
                    CORRIDOR_TIERS                      | STREAM speed=1     | a tier has no speed
                    CORRIDOR_TIERS                      | ORACLE burst=1     | there is no burst without a rate
                    CORRIDOR_TIERS                      | STREAM quota=1 quota=2 | expected rate=, burst=, quota=
                    CORRIDOR_ROUTE_LIMITS               | /v1/auth/login=5/min | expected POST /v1/auth/login=5/min
                    CORRIDOR_ROUTE_LIMITS               | GET /v1/a=5/min,GET /v1/a=6/min | GET /v1/a has two limits
                    CORRIDOR_TIERS                      | STREAM keys=101    | the keys of an organization have together what 1 to 100 keys have
                    CORRIDOR_TIERS                      | STREAM rate=20000000/s keys=100 | a rate is from 1 to 1000000000
                    CORRIDOR_UNKNOWN_KEY_LIMIT          | five               | expected a rate such as 120/min
                    CORRIDOR_NEW_WALLET_LIMIT           | five               | expected a rate such as 120/min
                    CORRIDOR_LIMITS                     | redis              | expected memory or database
                    CORRIDOR_TOKEN_KEY                  | dG9vIHNob3J0       | expected Base64 of 32 bytes or more
                    CORRIDOR_REFRESH_TOKENS             | never              | expected reusable or rotating
                    CORRIDOR_REGISTRATION               | yes                | expected open or closed
                    CORRIDOR_FEED_CHANNELS              | news               | expected ticker, depth, trade, transactions or quotes, with commas between them, or none
                    CORRIDOR_FEED_HEARTBEAT_SECONDS     | 0                  | expected a whole number from 1 to 3600, but was "0"
                    CORRIDOR_FEED_RETENTION_DAYS        | 0                  | expected a whole number from 1 to 365, but was "0"
                    CORRIDOR_UNUSED_QUOTE_DAYS          | 29                 | expected a whole number from 30 to 3650
                    CORRIDOR_DIALECT                    | esperanto          | expected nxos, nexusglass, nexgent, nexpay, tickdb or problem+json
                    CORRIDOR_TICKDB_ALWAYS_200          | true               | expected yes or no
                    CORRIDOR_NEXGENT_STACK              | 1                  | expected yes or no
                    CORRIDOR_QUOTE_VALIDITY_SECONDS     | 0                  | expected a whole number from 1 to 3600
                    CORRIDOR_QUOTE_VALIDITY_SECONDS     | 3601               | expected a whole number from 1 to 3600
                    CORRIDOR_SPREAD_BPS                 | 1001               | expected a whole number from 0 to 1000
                    CORRIDOR_SPREAD_BPS                 | 2.5                | expected a whole number from 0 to 1000
                    CORRIDOR_SPREAD_BPS                 | 3,5                | expected 3, or 3,100000=5
                    CORRIDOR_SPREAD_BPS                 | 3,100=5,100=6      | each step begins at more than the one before
                    CORRIDOR_SPREAD_BPS                 | crypto=25          | expected a value for money first
                    CORRIDOR_SPREAD_BPS                 | 3; EURGBP=5        | no symbol EURGBP
                    CORRIDOR_SPREAD_BPS                 | 3; crypto=4; crypto=5 | says twice what holds for crypto
                    CORRIDOR_QUOTE_DRIFT_BPS            | 3; BTCUSD=1001     | expected a whole number from 0 to 1000
                    CORRIDOR_OPEN_QUOTES                | 0                  | expected a whole number from 1 to 999999999
                    CORRIDOR_OPEN_QUOTES_WORTH          | many               | expected a whole number from 1 to 999999999
                    CORRIDOR_RATE_SOURCES               | oracle             | expected fixed, simulated, ecb or ticker
                    CORRIDOR_RATE_SOURCES               | EURGBP=ecb         | no symbol EURGBP
                    CORRIDOR_RATE_ECB_URL               | file:///etc/passwd | expected an address that begins with https:// or http://
                    CORRIDOR_RATE_ECB_DAYS              | 8                  | expected a whole number from 1 to 7
                    CORRIDOR_RATE_TICKER_URL            | ticker             | expected an address
                    CORRIDOR_RATE_TICKER_POINTERS       | bid=/b             | expected bid=/bidPrice,ask=/askPrice
                    CORRIDOR_RATE_TICKER_POINTERS       | price=last         | expected bid=/bidPrice,ask=/askPrice
                    CORRIDOR_RATE_RETENTION_DAYS        | 7                  | expected a whole number from 8 to 3650
                    CORRIDOR_RATES                      | EUR/BTC=1          | EUR and BTC are no symbol
                    CORRIDOR_RATES                      | EUR/USD            | expected EUR/USD=1.0825
                    CORRIDOR_RATES                      | EUR=USD/1          | expected EUR/USD=1.0825
                    CORRIDOR_RATES                      | EUR/USD=1.08,      | expected EUR/USD=1.0825
                    CORRIDOR_RATES                      | EUR/GBP=1          | no asset GBP
                    CORRIDOR_RATES                      | EUR/USD=cheap      | not a decimal number
                    CORRIDOR_RATES                      | EUR/USD=0          | a rate is greater than zero
                    CORRIDOR_RATES                      | EUR/EUR=1          | a rate is between two assets
                    CORRIDOR_RATES                      | EUR/USD=1,USD/EUR=1| USD and EUR have two rates
                    CORRIDOR_MAINTENANCE                | on                 | expected a whole number from 1 to 86400
                    CORRIDOR_MAINTENANCE                | 86401              | expected a whole number from 1 to 86400
                    CORRIDOR_CHAIN_CONFIRMATION_SECONDS | 3601               | expected a whole number from 0 to 3600
                    CORRIDOR_WARM_UP_SECONDS            | 301                | expected a whole number from 0 to 300
                    """)
    void a_faulty_value_is_refused_under_the_variables_name(String name, String value, String problem) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)))
                .isInstanceOf(InvalidSettingsException.class)
                .message()
                .startsWith(name + ": ")
                .contains(problem)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CORRIDOR_PROT, CORRIDOR_PORT",
        "CORRIDOR_DATABASE_POOLSIZE, CORRIDOR_DATABASE_POOL_SIZE",
        "CORRIDOR_DB_URL, CORRIDOR_DATABASE_URL",
        "CORRIDOR_QUOTE_VALIDITY, CORRIDOR_QUOTE_VALIDITY_SECONDS",
        "CORRIDOR_data_dir, CORRIDOR_DATA_DIR"
    })
    void a_misspelt_variable_is_refused_with_the_likely_name(String name, String likely) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, "1")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(name + " is not a variable of Corridor, the nearest is " + likely);
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_PORT", "x", "CORRIDOR_SPREAD_BPS", "x", "CORRIDOR_SPREAD", "3")))
                .message()
                .contains("CORRIDOR_PORT: ", "CORRIDOR_SPREAD_BPS: ", "CORRIDOR_SPREAD is not")
                .hasLineCount(3);
    }

    @Test
    void real_money_takes_no_play_settings() {
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_ENVIRONMENT", "live", "CORRIDOR_SANDBOX_API_KEY", TEST_KEY)))
                .message()
                .contains("CORRIDOR_RATES must be set", "CORRIDOR_TOKEN_KEY must be set", "CORRIDOR_SANDBOX_API_KEY is for the sandbox only");

        var live = Settings.of(
                Map.of(
                        "CORRIDOR_ENVIRONMENT", "live",
                        "CORRIDOR_RATES", "USD/USDC=0.9998",
                        "CORRIDOR_MASTER_KEY", MASTER_KEY,
                        "CORRIDOR_TOKEN_KEY", TOKEN_KEY));
        assertThat(live.environment()).isEqualTo(Environment.LIVE);
        assertThat(live.registrationOpen()).isFalse();
    }

    @Test
    void a_service_warms_up_where_real_money_waits() {
        var live = Map.of(
                "CORRIDOR_ENVIRONMENT", "live",
                "CORRIDOR_RATES", "USD/USDC=0.9998",
                "CORRIDOR_MASTER_KEY", MASTER_KEY,
                "CORRIDOR_TOKEN_KEY", TOKEN_KEY);
        var liveAtOnce = new HashMap<>(live);
        liveAtOnce.put("CORRIDOR_WARM_UP_SECONDS", "0");

        assertThat(Settings.of(live).warmUp()).isEqualTo(Duration.ofSeconds(30));
        assertThat(Settings.of(liveAtOnce).warmUp()).isZero();
        assertThat(Settings.of(Map.of("CORRIDOR_WARM_UP_SECONDS", "7")).warmUp()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_source_must_have_what_it_is_asked_for() {
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_RATE_SOURCES", "BTCUSD=ecb")))
                .hasMessage("CORRIDOR_RATE_SOURCES names a source for BTCUSD that has no rate of it");
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_RATE_SOURCES", "BTCUSD=ticker")))
                .hasMessage("CORRIDOR_RATE_TICKER_URL must be set where the source ticker is used");
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_RATE_POLL_SECONDS", "11")))
                .message()
                .startsWith("CORRIDOR_RATE_BELIEVED_SECONDS must be no less than CORRIDOR_RATE_POLL_SECONDS");
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_ENVIRONMENT", "live", "CORRIDOR_RATE_SOURCES", "simulated")))
                .message()
                .contains("CORRIDOR_RATE_SOURCES must not simulate rates in the live environment");
    }

    private static Map<Symbol, Rate> rates(Rate... rates) {
        return Arrays.stream(rates).collect(toMap(rate -> new Symbol(rate.base(), rate.counter()), identity()));
    }

    @Test
    void secrets_are_not_shown() {
        var variables = new HashMap<String, String>();
        variables.put("CORRIDOR_DATABASE_URL", "postgres://app:hunter2@db/books?sslpassword=hunter2");
        variables.put("CORRIDOR_SANDBOX_API_KEY", TEST_KEY);
        variables.put("CORRIDOR_TOKEN_KEY", TOKEN_KEY);
        assertThat(Settings.of(variables).toString()).doesNotContain("hunter2", TEST_KEY, TOKEN_KEY);

        variables.put("CORRIDOR_DATABASE_URL", "postgre://app:hunter2@db/books");
        variables.put("CORRIDOR_SANDBOX_API_KEY", "hunter2");
        assertThatThrownBy(() -> Settings.of(variables)).message().doesNotContain("hunter2").hasLineCount(2);
    }

    @Test
    void a_secret_may_come_from_a_file(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("master.key"), MASTER_KEY + "\n").toString();

        assertThat(Settings.of(Map.of("CORRIDOR_MASTER_KEY_FILE", file)).masterKey()).hasValue(new MasterKey(MASTER_KEY));
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_MASTER_KEY_FILE", file, "CORRIDOR_MASTER_KEY", MASTER_KEY)))
                .hasMessageContaining("CORRIDOR_MASTER_KEY and CORRIDOR_MASTER_KEY_FILE are both set");
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_TOKEN_KEY_FILE", directory.resolve("none").toString())))
                .hasMessageContaining("CORRIDOR_TOKEN_KEY_FILE: the file " + directory.resolve("none") + " cannot be read");
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_PORT_FILE", file)))
                .hasMessageContaining("CORRIDOR_PORT_FILE is not a variable of Corridor");
    }

    @Test
    void metrics_are_not_where_the_api_is_if_there_is_real_money() {
        var withoutOne = new Listening(8080, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(withoutOne.properties(Environment.LIVE)).containsEntry("endpoints.prometheus.enabled", false);
        assertThat(withoutOne.properties(Environment.SANDBOX)).containsEntry("endpoints.prometheus.enabled", true);
        assertThat(Settings.of(Map.of("CORRIDOR_MANAGEMENT_PORT", "9090")).listening().properties(Environment.LIVE))
                .containsEntry("endpoints.all.port", 9090)
                .doesNotContainKey("endpoints.prometheus.enabled");
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_MANAGEMENT_PORT", "8080"))).hasMessageContaining("must differ from CORRIDOR_PORT");
    }

    @Test
    void a_certificate_without_its_key_is_refused_and_so_is_a_file_that_is_not_there(@TempDir Path directory) throws Exception {
        var certificate = Files.createFile(directory.resolve("chain.pem")).toString();

        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_TLS_CERTIFICATE", certificate)))
                .hasMessageContaining("CORRIDOR_TLS_CERTIFICATE and CORRIDOR_TLS_KEY are of use only together");
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_TLS_CERTIFICATE", certificate, "CORRIDOR_TLS_KEY", certificate + ".no")))
                .hasMessageContaining("CORRIDOR_TLS_KEY: expected a file that can be read");
    }

    @Test
    void a_collector_of_traces_is_a_server_that_speaks_http() {
        assertThat(Settings.of(Map.of()).traceCollector()).isEmpty();
        assertThat(Settings.of(Map.of("CORRIDOR_OTLP_ENDPOINT", "http://collector:4318")).traceCollector()).isPresent();
        for (var wrong : List.of("collector:4318", "http://collector:4318/v1/traces", "grpc://collector:4317")) {
            assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_OTLP_ENDPOINT", wrong))).hasMessageContaining("CORRIDOR_OTLP_ENDPOINT");
        }
    }

    @Test
    void a_format_of_the_log_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> Settings.of(Map.of("CORRIDOR_LOG_FORMAT", "xml"))).hasMessageContaining("CORRIDOR_LOG_FORMAT must be text or json");
    }
}

package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_APPROVAL_HOURS;
import static dev.corridor.service.settings.Setting.CORRIDOR_BODY_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_BOOKS_BATCH_SCOPE;
import static dev.corridor.service.settings.Setting.CORRIDOR_BOOKS_LANES;
import static dev.corridor.service.settings.Setting.CORRIDOR_BOOKS_PLANNING;
import static dev.corridor.service.settings.Setting.CORRIDOR_BOOKS_QUEUE;
import static dev.corridor.service.settings.Setting.CORRIDOR_CELL;
import static dev.corridor.service.settings.Setting.CORRIDOR_CHAIN_CONFIRMATION_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_CORS_ORIGINS;
import static dev.corridor.service.settings.Setting.CORRIDOR_DATABASE_POOL_SIZE;
import static dev.corridor.service.settings.Setting.CORRIDOR_DATABASE_URL;
import static dev.corridor.service.settings.Setting.CORRIDOR_DATABASE_WAIT_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_DATA_DIR;
import static dev.corridor.service.settings.Setting.CORRIDOR_DIALECT;
import static dev.corridor.service.settings.Setting.CORRIDOR_DRAIN_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_ENVIRONMENT;
import static dev.corridor.service.settings.Setting.CORRIDOR_FEED_RETENTION_DAYS;
import static dev.corridor.service.settings.Setting.CORRIDOR_HEAD_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_IDLE_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_LOG_FORMAT;
import static dev.corridor.service.settings.Setting.CORRIDOR_MAINTENANCE;
import static dev.corridor.service.settings.Setting.CORRIDOR_MASTER_KEY;
import static dev.corridor.service.settings.Setting.CORRIDOR_NEXGENT_STACK;
import static dev.corridor.service.settings.Setting.CORRIDOR_OTLP_ENDPOINT;
import static dev.corridor.service.settings.Setting.CORRIDOR_RAILS;
import static dev.corridor.service.settings.Setting.CORRIDOR_REFRESH_TOKENS;
import static dev.corridor.service.settings.Setting.CORRIDOR_REGISTRATION;
import static dev.corridor.service.settings.Setting.CORRIDOR_REQUEST_JOURNAL_DAYS;
import static dev.corridor.service.settings.Setting.CORRIDOR_REVERSAL_MINUTES;
import static dev.corridor.service.settings.Setting.CORRIDOR_SANDBOX_API_KEY;
import static dev.corridor.service.settings.Setting.CORRIDOR_TICKDB_ALWAYS_200;
import static dev.corridor.service.settings.Setting.CORRIDOR_TOKEN_KEY;
import static dev.corridor.service.settings.Setting.CORRIDOR_TRUSTED_PROXIES;
import static dev.corridor.service.settings.Setting.CORRIDOR_UNUSED_QUOTE_DAYS;
import static dev.corridor.service.settings.Setting.CORRIDOR_WARM_UP_SECONDS;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.user.RefreshTokens;
import dev.corridor.crypto.TokenKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Cell;
import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.http.edge.connection.AllowedOrigins;
import dev.corridor.http.edge.connection.Deadlines;
import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.dialect.DialectSettings;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.PlannerSettings;
import dev.corridor.service.rails.Rails;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the operator has set, understood and within bounds. Secrets mask themselves, so it may be logged.
 *
 * @param cell empty where there is one only
 * @param listening where the API is, and health and metrics
 * @param traceCollector empty if nobody collects traces
 * @param externalDatabase empty for the embedded one in {@code dataDirectory}
 * @param sandboxApiKey empty to generate one
 * @param masterKey empty for one that is kept in the data directory
 * @param tokenKey empty for the one that the sandbox makes for itself
 * @param trustedProxies who is believed about where a request comes from
 * @param quotes on what terms quotes are issued
 * @param unusedQuotes for how long those are kept that nobody has executed; empty for ever
 * @param reversalWindow for how long a trade can be reversed
 * @param approvalWait how long a payout waits for its approval
 * @param deadlines of connections
 * @param rails the blockchains and banks that are connected
 * @param maintenance of this node alone, for as long as it runs
 * @param requestJournal for how long requests are kept in the journal; zero for none
 * @param warmUp how long the service exercises itself before it is ready
 * @param draining how long the service is seen as not ready before it stops taking requests
 */
public record Settings(
        Environment environment,
        Optional<Cell> cell,
        Listening listening,
        Optional<URI> traceCollector,
        Path dataDirectory,
        Optional<DatabaseAddress> externalDatabase,
        Duration databaseWait,
        int databasePoolSize,
        LaneSettings books,
        Optional<ApiKeySecret> sandboxApiKey,
        Optional<MasterKey> masterKey,
        Optional<TokenKey> tokenKey,
        boolean registrationOpen,
        RefreshTokens refreshTokens,
        List<IpRange> trustedProxies,
        AllowedOrigins allowedOrigins,
        Deadlines deadlines,
        LimitSettings limits,
        FeedOptions feed,
        DialectSettings dialects,
        QuotePolicy quotes,
        Optional<Duration> unusedQuotes,
        Duration reversalWindow,
        Duration approvalWait,
        RateSettings rates,
        Duration chainConfirmation,
        Rails rails,
        Maintenance maintenance,
        Duration requestJournal,
        Duration warmUp,
        Duration draining) {

    /** As browsers write it, which leave out the port that the scheme has anyway. */
    private static final Pattern ORIGIN = Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[0-9]{1,5})?");

    private static final Set<String> LOG_FORMATS = Set.of("text", "json");

    private static final int MAX_LANES = 48;
    private static final int MAX_MAINTENANCE_SECONDS = 86_400;
    private static final int MAX_WARM_UP_SECONDS = 300;
    private static final int MAX_JOURNAL_DAYS = 90;
    private static final int MIN_UNUSED_QUOTE_DAYS = 30;
    private static final int MAX_UNUSED_QUOTE_DAYS = 3_650;

    /** The default in the live environment: full speed within seconds after the start, instead of half a minute. */
    private static final Duration LIVE_WARM_UP = Duration.ofSeconds(30);

    /**
     * Reads the environment variables. Ignores those without {@code CORRIDOR_}; empty ones count as unset.
     *
     * @throws InvalidSettingsException with all problems
     */
    public static Settings of(Map<String, String> variables) {
        var reader = new SettingReader(variables);
        var environment = reader.read(CORRIDOR_ENVIRONMENT, Settings::parseEnvironment);
        int databasePoolSize = reader.readWholeNumber(CORRIDOR_DATABASE_POOL_SIZE, 1, 100);
        var settings = new Settings(
                environment,
                reader.read(CORRIDOR_CELL, text -> text.isEmpty() ? Optional.<Cell>empty() : Optional.of(new Cell(text))),
                Listening.read(reader),
                reader.read(CORRIDOR_OTLP_ENDPOINT, Settings::parseCollector),
                reader.read(CORRIDOR_DATA_DIR, Path::of),
                reader.readSecret(CORRIDOR_DATABASE_URL, DatabaseAddress::parse),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_DATABASE_WAIT_SECONDS, 0, 600)),
                databasePoolSize,
                LaneSettings.STANDARD
                        .withLanes(reader.read(CORRIDOR_BOOKS_LANES, text -> parseLanes(text, databasePoolSize)))
                        .withQueueCapacity(reader.readWholeNumber(CORRIDOR_BOOKS_QUEUE, 1, 100_000))
                        .withBatchScope(reader.read(CORRIDOR_BOOKS_BATCH_SCOPE, Settings::parseBatchScope))
                        .withPlanning(reader.read(CORRIDOR_BOOKS_PLANNING, Settings::parsePlanning)),
                reader.readSecret(CORRIDOR_SANDBOX_API_KEY, Settings::parseSandboxKey),
                reader.readSecret(CORRIDOR_MASTER_KEY, MasterKey::new),
                reader.readSecret(CORRIDOR_TOKEN_KEY, Settings::parseTokenKey),
                reader.read(CORRIDOR_REGISTRATION, text -> parseRegistration(text, environment)),
                reader.read(CORRIDOR_REFRESH_TOKENS, Settings::parseRefreshTokens),
                reader.read(CORRIDOR_TRUSTED_PROXIES, Settings::parseRanges),
                new AllowedOrigins(reader.read(CORRIDOR_CORS_ORIGINS, Settings::parseOrigins)),
                new Deadlines(
                        Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_HEAD_SECONDS, 1, 300)),
                        Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_BODY_SECONDS, 1, 300)),
                        Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_IDLE_SECONDS, 1, 3_600))),
                LimitSettings.read(reader),
                FeedOptions.read(reader),
                new DialectSettings(
                        reader.read(CORRIDOR_DIALECT, Settings::parseDialect),
                        reader.read(CORRIDOR_TICKDB_ALWAYS_200, Settings::parseYesOrNo),
                        reader.read(CORRIDOR_NEXGENT_STACK, Settings::parseYesOrNo)),
                QuoteSettings.read(reader),
                reader.read(CORRIDOR_UNUSED_QUOTE_DAYS, Settings::parseUnusedQuotes),
                Duration.ofMinutes(reader.readWholeNumber(CORRIDOR_REVERSAL_MINUTES, 0, 1_440)),
                Duration.ofHours(reader.readWholeNumber(CORRIDOR_APPROVAL_HOURS, 1, 720)),
                RateSettings.read(reader, environment),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_CHAIN_CONFIRMATION_SECONDS, 0, 3_600)),
                reader.readRails(CORRIDOR_RAILS, environment),
                reader.read(CORRIDOR_MAINTENANCE, Settings::parseMaintenance),
                Duration.ofDays(reader.readWholeNumber(CORRIDOR_REQUEST_JOURNAL_DAYS, 0, MAX_JOURNAL_DAYS)),
                reader.read(CORRIDOR_WARM_UP_SECONDS, text -> parseWarmUp(text, environment)),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_DRAIN_SECONDS, 0, 300)));
        reader.require(
                settings.databasePoolSize > settings.books.connections(),
                CORRIDOR_DATABASE_POOL_SIZE,
                "must be greater than twice " + CORRIDOR_BOOKS_LANES + ", because each lane keeps two connections");
        // Events of quotes are read with their quotes.
        reader.require(
                settings.unusedQuotes.stream().allMatch(kept -> kept.compareTo(settings.feed.retention().multipliedBy(2)) >= 0),
                CORRIDOR_UNUSED_QUOTE_DAYS,
                "must be at least twice " + CORRIDOR_FEED_RETENTION_DAYS);
        // The log's own configuration has read it before anything else.
        reader.require(reader.read(CORRIDOR_LOG_FORMAT, LOG_FORMATS::contains), CORRIDOR_LOG_FORMAT, "must be text or json");
        if (environment == Environment.LIVE) {
            reader.require(reader.isSet(CORRIDOR_MASTER_KEY), CORRIDOR_MASTER_KEY, "must be set in the live environment");
            reader.require(reader.isSet(CORRIDOR_TOKEN_KEY), CORRIDOR_TOKEN_KEY, "must be set in the live environment, and kept");
            reader.require(!reader.isSet(CORRIDOR_SANDBOX_API_KEY), CORRIDOR_SANDBOX_API_KEY, "is for the sandbox only");
            reader.require(!settings.dialects.nexgentStack(), CORRIDOR_NEXGENT_STACK, "is for the sandbox only");
        }
        reader.throwProblems();
        return settings;
    }

    /**
     * Defaults to one lane per two processors: while one writes a batch, the other processes the requests of the next. At most half of the
     * pool's connections.
     */
    private static int parseLanes(String text, int databasePoolSize) {
        int ofHalfThePool = Math.max(1, databasePoolSize / 2 / LaneSettings.CONNECTIONS_OF_A_LANE);
        return text.isEmpty()
                ? Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, ofHalfThePool)
                : SettingReader.wholeNumber(text, 1, MAX_LANES);
    }

    private static Optional<URI> parseCollector(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var uri = URI.create(text);
        boolean isServer = uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme()) && Set.of("", "/").contains(uri.getPath());
        if (!isServer) {
            throw new IllegalArgumentException("expected http:// or https:// with a host, and no path");
        }
        return Optional.of(uri);
    }

    private static Optional<Duration> parseUnusedQuotes(String text) {
        return text.equals("0")
                ? Optional.empty()
                : Optional.of(Duration.ofDays(SettingReader.wholeNumber(text, MIN_UNUSED_QUOTE_DAYS, MAX_UNUSED_QUOTE_DAYS)));
    }

    private static Maintenance parseMaintenance(String text) {
        if (text.isEmpty()) {
            return Maintenance.NONE;
        }
        return Maintenance.of(Duration.ofSeconds(SettingReader.wholeNumber(text, 1, MAX_MAINTENANCE_SECONDS)));
    }

    private static Duration parseWarmUp(String text, Environment environment) {
        if (text.isEmpty()) {
            return environment == Environment.LIVE ? LIVE_WARM_UP : Duration.ZERO;
        }
        return Duration.ofSeconds(SettingReader.wholeNumber(text, 0, MAX_WARM_UP_SECONDS));
    }

    private static Environment parseEnvironment(String text) {
        return switch (text) {
            case "sandbox" -> Environment.SANDBOX;
            case "live" -> Environment.LIVE;
            default -> throw new IllegalArgumentException("expected sandbox or live");
        };
    }

    private static BatchScope parseBatchScope(String text) {
        return switch (text) {
            case "any" -> BatchScope.ANY;
            case "organization" -> BatchScope.ORGANIZATION;
            default -> throw new IllegalArgumentException("expected any or organization");
        };
    }

    private static TokenKey parseTokenKey(String text) {
        try {
            return new TokenKey(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected Base64 of " + TokenKey.MIN_BYTES + " bytes or more", e);
        }
    }

    private static RefreshTokens parseRefreshTokens(String text) {
        return switch (text) {
            case "reusable" -> RefreshTokens.REUSABLE;
            case "rotating" -> RefreshTokens.ROTATING;
            default -> throw new IllegalArgumentException("expected reusable or rotating");
        };
    }

    private static boolean parseRegistration(String text, Environment environment) {
        return switch (text) {
            case "open" -> true;
            case "closed" -> false;
            case "" -> environment == Environment.SANDBOX;
            default -> throw new IllegalArgumentException("expected open or closed");
        };
    }

    private static PlannerSettings parsePlanning(String text) {
        return switch (text) {
            case "by-key" -> PlannerSettings.BY_KEY;
            case "by-statistics" -> PlannerSettings.BY_STATISTICS;
            default -> throw new IllegalArgumentException("expected by-key or by-statistics");
        };
    }

    private static DialectName parseDialect(String text) {
        return DialectName.find(text).orElseThrow(
                () -> new IllegalArgumentException("expected nxos, nexusglass, nexgent, nexpay, tickdb or problem+json"));
    }

    private static boolean parseYesOrNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("expected yes or no");
        };
    }

    private static ApiKeySecret parseSandboxKey(String text) {
        return ApiKeySecret.find(text)
                .filter(key -> key.environment() == Environment.SANDBOX)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected nxos_sk_test_ and 16 to 128 letters, digits, '-' or '_', and not c1_ first unless it was generated"));
    }

    private static List<String> parseOrigins(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",", -1)).map(String::strip).map(Settings::parseOrigin).toList();
    }

    private static String parseOrigin(String text) {
        if (!ORIGIN.matcher(text).matches()) {
            throw new IllegalArgumentException("expected https://app.example.com, without a path, and more of them after commas");
        }
        return text;
    }

    private static List<IpRange> parseRanges(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",", -1)).map(String::strip).map(IpRange::parse).toList();
    }
}

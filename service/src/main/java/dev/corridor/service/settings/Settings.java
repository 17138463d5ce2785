package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_BOOKS_BATCH_SCOPE;
import static dev.corridor.service.settings.Setting.CORRIDOR_BOOKS_LANES;
import static dev.corridor.service.settings.Setting.CORRIDOR_BOOKS_PLANNING;
import static dev.corridor.service.settings.Setting.CORRIDOR_BOOKS_QUEUE;
import static dev.corridor.service.settings.Setting.CORRIDOR_CHAIN_CONFIRMATION_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_DATABASE_POOL_SIZE;
import static dev.corridor.service.settings.Setting.CORRIDOR_DATABASE_URL;
import static dev.corridor.service.settings.Setting.CORRIDOR_DATA_DIR;
import static dev.corridor.service.settings.Setting.CORRIDOR_DIALECT;
import static dev.corridor.service.settings.Setting.CORRIDOR_DRAIN_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_ENVIRONMENT;
import static dev.corridor.service.settings.Setting.CORRIDOR_MAINTENANCE;
import static dev.corridor.service.settings.Setting.CORRIDOR_MASTER_KEY;
import static dev.corridor.service.settings.Setting.CORRIDOR_NEXGENT_STACK;
import static dev.corridor.service.settings.Setting.CORRIDOR_PORT;
import static dev.corridor.service.settings.Setting.CORRIDOR_QUOTE_VALIDITY_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATES;
import static dev.corridor.service.settings.Setting.CORRIDOR_REGISTRATION;
import static dev.corridor.service.settings.Setting.CORRIDOR_SANDBOX_API_KEY;
import static dev.corridor.service.settings.Setting.CORRIDOR_SPREAD_BPS;
import static dev.corridor.service.settings.Setting.CORRIDOR_TICKDB_ALWAYS_200;
import static dev.corridor.service.settings.Setting.CORRIDOR_TOKEN_KEY;
import static dev.corridor.service.settings.Setting.CORRIDOR_TRUSTED_PROXIES;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.crypto.TokenKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.Environment;
import dev.corridor.http.dialect.DialectName;
import dev.corridor.http.dialect.DialectSettings;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.books.BatchScope;
import dev.corridor.persistence.books.LaneSettings;
import dev.corridor.persistence.books.Planning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator has set, understood and within bounds. Secrets mask themselves, so it may be logged.
 *
 * @param port 0 for a free one
 * @param externalDatabase empty for the embedded one in {@code dataDirectory}
 * @param sandboxApiKey empty to generate one
 * @param masterKey empty for one that is kept in the data directory
 * @param tokenKey empty for the one that the sandbox makes for itself
 * @param trustedProxies who is believed about where a request comes from
 * @param spreadBasisPoints hundredths of a percent
 * @param maintenance of this node alone, for as long as it runs
 * @param draining how long the service is seen as not ready before it stops taking requests
 */
public record Settings(
        Environment environment,
        int port,
        Path dataDirectory,
        Optional<DatabaseAddress> externalDatabase,
        int databasePoolSize,
        LaneSettings books,
        Optional<ApiKeySecret> sandboxApiKey,
        Optional<MasterKey> masterKey,
        Optional<TokenKey> tokenKey,
        boolean registrationOpen,
        List<IpRange> trustedProxies,
        LimitSettings limits,
        FeedOptions feed,
        DialectSettings dialects,
        Duration quoteValidity,
        int spreadBasisPoints,
        List<Rate> rates,
        Duration chainConfirmation,
        Maintenance maintenance,
        Duration draining) {

    private static final int MAX_LANES = 64;
    private static final int MAX_MAINTENANCE_SECONDS = 86_400;

    /**
     * Reads the environment's variables. Those that do not begin with {@code CORRIDOR_} are others' and an empty one counts as not set.
     *
     * @throws InvalidSettingsException with all that is wrong, not just the first
     */
    public static Settings of(Map<String, String> variables) {
        var reader = new SettingReader(variables);
        var environment = reader.read(CORRIDOR_ENVIRONMENT, Settings::parseEnvironment);
        var settings = new Settings(
                environment,
                reader.readWholeNumber(CORRIDOR_PORT, 0, 65_535),
                reader.read(CORRIDOR_DATA_DIR, Path::of),
                reader.readSecret(CORRIDOR_DATABASE_URL, DatabaseAddress::parse),
                reader.readWholeNumber(CORRIDOR_DATABASE_POOL_SIZE, 1, 100),
                LaneSettings.STANDARD
                        .withLanes(reader.read(CORRIDOR_BOOKS_LANES, Settings::parseLanes))
                        .withQueueCapacity(reader.readWholeNumber(CORRIDOR_BOOKS_QUEUE, 1, 100_000))
                        .withBatchScope(reader.read(CORRIDOR_BOOKS_BATCH_SCOPE, Settings::parseBatchScope))
                        .withPlanning(reader.read(CORRIDOR_BOOKS_PLANNING, Settings::parsePlanning)),
                reader.readSecret(CORRIDOR_SANDBOX_API_KEY, Settings::parseSandboxKey),
                reader.readSecret(CORRIDOR_MASTER_KEY, MasterKey::new),
                reader.readSecret(CORRIDOR_TOKEN_KEY, Settings::parseTokenKey),
                reader.read(CORRIDOR_REGISTRATION, text -> parseRegistration(text, environment)),
                reader.read(CORRIDOR_TRUSTED_PROXIES, Settings::parseRanges),
                LimitSettings.read(reader),
                FeedOptions.read(reader),
                new DialectSettings(
                        reader.read(CORRIDOR_DIALECT, Settings::parseDialect),
                        reader.read(CORRIDOR_TICKDB_ALWAYS_200, Settings::parseYesOrNo),
                        reader.read(CORRIDOR_NEXGENT_STACK, Settings::parseYesOrNo)),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_QUOTE_VALIDITY_SECONDS, 1, 3_600)),
                reader.readWholeNumber(CORRIDOR_SPREAD_BPS, 0, 1_000),
                reader.read(CORRIDOR_RATES, Settings::parseRates),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_CHAIN_CONFIRMATION_SECONDS, 0, 3_600)),
                reader.read(CORRIDOR_MAINTENANCE, Settings::parseMaintenance),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_DRAIN_SECONDS, 0, 300)));
        reader.require(
                settings.databasePoolSize > settings.books.lanes(),
                CORRIDOR_DATABASE_POOL_SIZE,
                "must be greater than " + CORRIDOR_BOOKS_LANES + ", because each lane keeps a connection");
        if (environment == Environment.LIVE) {
            reader.require(reader.isSet(CORRIDOR_RATES), CORRIDOR_RATES, "must be set in the live environment, real money has no default rates");
            reader.require(reader.isSet(CORRIDOR_MASTER_KEY), CORRIDOR_MASTER_KEY, "must be set in the live environment");
            reader.require(reader.isSet(CORRIDOR_TOKEN_KEY), CORRIDOR_TOKEN_KEY, "must be set in the live environment, and kept");
            reader.require(!reader.isSet(CORRIDOR_SANDBOX_API_KEY), CORRIDOR_SANDBOX_API_KEY, "is for the sandbox only");
            reader.require(!settings.dialects.nexgentStack(), CORRIDOR_NEXGENT_STACK, "is for the sandbox only");
        }
        reader.throwProblems();
        return settings;
    }

    /** Without a number, one for every two processors: while one of them writes a batch, the other is busy with the requests of the next. */
    private static int parseLanes(String text) {
        return text.isEmpty()
                ? Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MAX_LANES)
                : SettingReader.wholeNumber(text, 1, MAX_LANES);
    }

    private static Maintenance parseMaintenance(String text) {
        if (text.isEmpty()) {
            return Maintenance.NONE;
        }
        return Maintenance.of(Duration.ofSeconds(SettingReader.wholeNumber(text, 1, MAX_MAINTENANCE_SECONDS)));
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

    private static boolean parseRegistration(String text, Environment environment) {
        return switch (text) {
            case "open" -> true;
            case "closed" -> false;
            case "" -> environment == Environment.SANDBOX;
            default -> throw new IllegalArgumentException("expected open or closed");
        };
    }

    private static Planning parsePlanning(String text) {
        return switch (text) {
            case "by-key" -> Planning.BY_KEY;
            case "by-statistics" -> Planning.BY_STATISTICS;
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
                .orElseThrow(() -> new IllegalArgumentException("expected nxos_sk_test_ and 16 to 128 letters, digits, '-' or '_', and not c1_ first unless it was generated"));
    }

    private static List<IpRange> parseRanges(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",", -1)).map(String::strip).map(IpRange::parse).toList();
    }

    private static List<Rate> parseRates(String text) {
        var rates = new ArrayList<Rate>();
        var pairs = new HashSet<Set<Asset>>();
        for (var part : text.split(",", -1)) {
            var rate = parseRate(part.strip());
            if (!pairs.add(Set.of(rate.base(), rate.counter()))) {
                throw new IllegalArgumentException(rate.base() + " and " + rate.counter() + " have two rates");
            }
            rates.add(rate);
        }
        return List.copyOf(rates);
    }

    private static Rate parseRate(String text) {
        var parts = text.split("[/=]", -1);
        if (parts.length != 3 || text.indexOf('/') > text.indexOf('=')) {
            throw new IllegalArgumentException("expected EUR/USD=1.0825, and more of them after commas");
        }
        var assets = AssetCatalogue.STANDARD;
        return Rate.of(parts[2], assets.get(parts[0]), assets.get(parts[1]));
    }
}

package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_RATES;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_BELIEVED_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_ECB_DAYS;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_ECB_URL;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_MAX_JUMP_BPS;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_POLL_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_RETENTION_DAYS;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_SEED;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_SOURCES;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_SWING_BPS;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_TICKER_KEY;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_TICKER_POINTERS;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_TICKER_URL;
import static dev.corridor.service.settings.Setting.CORRIDOR_RATE_TIMEOUT_SECONDS;

import dev.corridor.domain.market.PriceRules;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.Environment;
import dev.corridor.market.EcbRates;
import dev.corridor.market.TickerFormat;
import dev.corridor.market.TickerKey;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sources of prices.
 *
 * @param sources of each traded symbol
 * @param mids configured by the operator, in the direction of the symbols
 * @param every the polling interval of simulation and ticker
 * @param believedFor the maximum age of their prices
 * @param timeout of a whole response
 * @param fixingBelievedFor the maximum age of a rate of the European Central Bank
 * @param keptFor the retention of ticks that have priced nothing
 */
public record RateSettings(
        Map<Symbol, Source> sources,
        Map<Symbol, Rate> mids,
        int swingBasisPoints,
        long seed,
        Duration every,
        Duration believedFor,
        PriceRules rules,
        Duration timeout,
        URI ecbAddress,
        Duration fixingBelievedFor,
        Optional<TickerFormat> ticker,
        Optional<TickerKey> tickerKey,
        Duration keptFor) {

    public enum Source {
        FIXED,
        SIMULATED,
        ECB,
        TICKER
    }

    private static final String NONE = "none";

    /** The configured sources, before it is known which symbols have a rate. */
    private record Wishes(Optional<Source> forAll, Map<Symbol, Optional<Source>> single) {}

    static RateSettings read(SettingReader reader, Environment environment) {
        var mids = reader.read(CORRIDOR_RATES, RateSettings::parseRates);
        var wishes = reader.read(CORRIDOR_RATE_SOURCES, RateSettings::parseSources);
        var sources = sources(reader, environment, wishes, mids);
        var address = reader.read(CORRIDOR_RATE_TICKER_URL, RateSettings::parseTickerAddress);
        var pointers = reader.read(CORRIDOR_RATE_TICKER_POINTERS, RateSettings::parsePointers);
        reader.require(
                address.isPresent() || !sources.containsValue(Source.TICKER), CORRIDOR_RATE_TICKER_URL,
                "must be set where the source ticker is used");
        var settings = new RateSettings(
                sources,
                mids,
                reader.readWholeNumber(CORRIDOR_RATE_SWING_BPS, 0, 5_000),
                reader.readWholeNumber(CORRIDOR_RATE_SEED, 0, 999_999_999),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_RATE_POLL_SECONDS, 1, 3_600)),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_RATE_BELIEVED_SECONDS, 1, 86_400)),
                new PriceRules(reader.readWholeNumber(CORRIDOR_RATE_MAX_JUMP_BPS, 1, 100_000)),
                Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_RATE_TIMEOUT_SECONDS, 1, 60)),
                reader.read(CORRIDOR_RATE_ECB_URL, RateSettings::parseAddress),
                Duration.ofDays(reader.readWholeNumber(CORRIDOR_RATE_ECB_DAYS, 1, 7)),
                address.map(text -> new TickerFormat(text, pointers.bid(), pointers.ask(), pointers.time())),
                reader.readSecret(CORRIDOR_RATE_TICKER_KEY, TickerKey::new),
                Duration.ofDays(reader.readWholeNumber(CORRIDOR_RATE_RETENTION_DAYS, 8, 3_650)));
        reader.require(
                settings.believedFor.compareTo(settings.every) >= 0,
                CORRIDOR_RATE_BELIEVED_SECONDS,
                "must be no less than " + CORRIDOR_RATE_POLL_SECONDS + ", or there would be no price between two of them");
        return settings;
    }

    /** In the live environment nothing is simulated, and there are no default rates. */
    private static Map<Symbol, Source> sources(
            SettingReader reader, Environment environment, Wishes wishes, Map<Symbol, Rate> mids) {
        var usual = switch (environment) {
            case SANDBOX -> Source.SIMULATED;
            case LIVE -> Source.FIXED;
        };
        var sources = new LinkedHashMap<Symbol, Source>();
        for (var symbol : Symbols.STANDARD.all()) {
            var wish = wishes.single.getOrDefault(symbol, Optional.of(wishes.forAll.orElse(usual)));
            wish.filter(source -> suits(source, symbol, mids)).ifPresent(source -> sources.put(symbol, source));
            boolean isMissed = wishes.single.containsKey(symbol) && wish.isPresent() && !sources.containsKey(symbol);
            reader.require(!isMissed, CORRIDOR_RATE_SOURCES, "names a source for " + symbol + " that has no rate of it");
        }
        if (environment == Environment.LIVE) {
            reader.require(!sources.containsValue(Source.SIMULATED), CORRIDOR_RATE_SOURCES, "must not simulate rates in the live environment");
            reader.require(
                    reader.isSet(CORRIDOR_RATES) || !sources.containsValue(Source.FIXED),
                    CORRIDOR_RATES,
                    "must be set in the live environment, real money has no default rates");
        }
        return sources;
    }

    private static boolean suits(Source source, Symbol symbol, Map<Symbol, Rate> mids) {
        return switch (source) {
            case FIXED, SIMULATED -> mids.containsKey(symbol);
            case ECB -> symbol.base().code().equals(EcbRates.BASE) && symbol.counter().kind() == Asset.Kind.FIAT;
            case TICKER -> true;
        };
    }

    private static Wishes parseSources(String text) {
        var forAll = Optional.<Source>empty();
        var single = new HashMap<Symbol, Optional<Source>>();
        for (var part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            var sides = part.strip().split("=", -1);
            if (sides.length == 1) {
                forAll = Optional.of(parseSource(sides[0]));
            } else {
                var symbol = Symbols.STANDARD.find(sides[0]).orElseThrow(() -> new IllegalArgumentException("no symbol " + sides[0]));
                single.put(symbol, sides[1].equals(NONE) ? Optional.empty() : Optional.of(parseSource(sides[1])));
            }
        }
        return new Wishes(forAll, single);
    }

    private static Source parseSource(String text) {
        return switch (text) {
            case "fixed" -> Source.FIXED;
            case "simulated" -> Source.SIMULATED;
            case "ecb" -> Source.ECB;
            case "ticker" -> Source.TICKER;
            default -> throw new IllegalArgumentException("expected fixed, simulated, ecb or ticker, or with a symbol EURUSD=ecb");
        };
    }

    private static Map<Symbol, Rate> parseRates(String text) {
        var rates = new HashMap<Symbol, Rate>();
        for (var part : text.split(",", -1)) {
            var rate = parseRate(part.strip());
            var symbol = Symbols.STANDARD.between(rate.base(), rate.counter())
                    .orElseThrow(() -> new IllegalArgumentException(rate.base() + " and " + rate.counter() + " are no symbol"));
            if (rates.put(symbol, rate.base().equals(symbol.base()) ? rate : rate.inverse()) != null) {
                throw new IllegalArgumentException(rate.base() + " and " + rate.counter() + " have two rates");
            }
        }
        return Map.copyOf(rates);
    }

    private static Rate parseRate(String text) {
        var parts = text.split("[/=]", -1);
        if (parts.length != 3 || text.indexOf('/') > text.indexOf('=')) {
            throw new IllegalArgumentException("expected EUR/USD=1.0825, and more of them after commas");
        }
        var assets = AssetCatalogue.STANDARD;
        return Rate.of(parts[2], assets.get(parts[0]), assets.get(parts[1]));
    }

    private static URI parseAddress(String text) {
        var address = URI.create(text);
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException("expected an address that begins with https:// or http://");
        }
        return address;
    }

    private static Optional<String> parseTickerAddress(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        parseAddress(text.replace("{symbol}", "EURUSD").replace("{base}", "EUR").replace("{counter}", "USD"));
        return Optional.of(text);
    }

    private record Pointers(String bid, String ask, Optional<String> time) {}

    private static Pointers parsePointers(String text) {
        var pointers = List.of(text.split(",", -1)).stream()
                .map(part -> part.strip().split("=", 2))
                .collect(Collectors.toMap(sides -> sides[0], sides -> sides.length == 2 ? sides[1] : ""));
        var price = pointers.get("price");
        var bid = pointers.getOrDefault("bid", price);
        var ask = pointers.getOrDefault("ask", price);
        boolean isComplete = bid != null && ask != null && pointers.values().stream().allMatch(pointer -> pointer.startsWith("/"));
        if (!isComplete || !List.of("bid", "ask", "price", "time").containsAll(pointers.keySet())) {
            throw new IllegalArgumentException("expected bid=/bidPrice,ask=/askPrice or price=/price, and perhaps time=/time");
        }
        return new Pointers(bid, ask, Optional.ofNullable(pointers.get("time")));
    }
}

package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_OPEN_QUOTES;
import static dev.corridor.service.settings.Setting.CORRIDOR_OPEN_QUOTES_WORTH;
import static dev.corridor.service.settings.Setting.CORRIDOR_QUOTE_DRIFT_BPS;
import static dev.corridor.service.settings.Setting.CORRIDOR_QUOTE_VALIDITY_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_SPREAD_BPS;

import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.quote.Drift;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.Pricing;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.quote.Spread;
import dev.corridor.domain.quote.Spreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On what terms quotes are issued. Each of the terms may be one value for money, another for symbols with a coin, and others for single symbols. */
final class QuoteSettings {

    private static final String CRYPTO = "crypto";
    private static final String NONE = "none";
    private static final int MAX_VALIDITY_SECONDS = Math.toIntExact(Pricing.MAX_VALIDITY.toSeconds());
    private static final int MAX_SIZE = 999_999_999;

    private QuoteSettings() {}

    /** One of the terms, symbol by symbol. */
    private record Term<T>(T money, T crypto, Map<Symbol, T> single) {

        private T of(Symbol symbol) {
            return single.getOrDefault(symbol, symbol.type() == Symbol.Type.CRYPTO ? crypto : money);
        }
    }

    static QuotePolicy read(SettingReader reader) {
        var validity = read(reader, CORRIDOR_QUOTE_VALIDITY_SECONDS, QuoteSettings::parseValidity);
        var spreads = read(reader, CORRIDOR_SPREAD_BPS, QuoteSettings::parseSpreads);
        var drift = read(reader, CORRIDOR_QUOTE_DRIFT_BPS, QuoteSettings::parseDrift);
        var money = new Pricing(validity.money, spreads.money, drift.money);
        var crypto = new Pricing(validity.crypto, spreads.crypto, drift.crypto);
        var single = Stream.of(validity, spreads, drift)
                .flatMap(term -> term.single.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), symbol -> new Pricing(validity.of(symbol), spreads.of(symbol), drift.of(symbol))));
        var longest = Stream.concat(Stream.of(money, crypto), single.values().stream())
                .map(Pricing::validity)
                .max(Duration::compareTo)
                .orElseThrow();
        var limit = new OpenQuotes.Limit(
                reader.readWholeNumber(CORRIDOR_OPEN_QUOTES, 1, MAX_SIZE),
                reader.readWholeNumber(CORRIDOR_OPEN_QUOTES_WORTH, 1, MAX_SIZE),
                longest);
        return new QuotePolicy(money, crypto, single, limit);
    }

    /** Terms of coins that are not set keep their default: terms of money do not apply to coins. */
    private static <T> Term<T> read(SettingReader reader, Setting setting, Function<String, T> value) {
        var usual = partsOf(setting.defaultValue());
        return reader.read(setting, text -> parse(partsOf(text), usual.get(CRYPTO), value));
    }

    private static <T> Term<T> parse(Map<String, String> parts, String usualCrypto, Function<String, T> value) {
        var single = new HashMap<Symbol, T>();
        parts.forEach((name, text) -> {
            if (!name.isEmpty() && !name.equals(CRYPTO)) {
                single.put(Symbols.STANDARD.find(name).orElseThrow(() -> new IllegalArgumentException("no symbol " + name)), value.apply(text));
            }
        });
        if (!parts.containsKey("")) {
            throw new IllegalArgumentException("expected a value for money first, and others after semicolons: " + CRYPTO + "=... or BTCUSD=...");
        }
        return new Term<>(value.apply(parts.get("")), value.apply(parts.getOrDefault(CRYPTO, usualCrypto)), single);
    }

    /** By name; what has none is for money. A name begins with a letter, which no value but {@code none} does. */
    private static Map<String, String> partsOf(String text) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(";", -1)) {
            var sides = part.strip().split("=", 2);
            boolean isNamed = sides.length == 2 && !sides[0].isEmpty() && Character.isLetter(sides[0].charAt(0));
            if (parts.put(isNamed ? sides[0] : "", isNamed ? sides[1] : part.strip()) != null) {
                throw new IllegalArgumentException("says twice what holds for " + (isNamed ? sides[0] : "money"));
            }
        }
        return parts;
    }

    private static Duration parseValidity(String text) {
        return Duration.ofSeconds(SettingReader.wholeNumber(text, 1, MAX_VALIDITY_SECONDS));
    }

    private static Optional<Drift> parseDrift(String text) {
        return text.equals(NONE) ? Optional.empty() : Optional.of(new Drift(SettingReader.wholeNumber(text, 0, Drift.MAX_BASIS_POINTS)));
    }

    private static Spreads parseSpreads(String text) {
        var steps = new ArrayList<Spreads.Step>();
        for (var part : text.split(",", -1)) {
            var sides = part.strip().split("=", -1);
            if (sides.length > 2 || (sides.length == 1) != steps.isEmpty()) {
                throw new IllegalArgumentException("expected 3, or 3,100000=5 for more from 100000 on, and more of them after commas");
            }
            var size = sides.length == 1 ? 0 : SettingReader.wholeNumber(sides[0], 0, MAX_SIZE);
            steps.add(new Spreads.Step(size, new Spread(SettingReader.wholeNumber(sides[sides.length - 1], 0, Spread.MAX_BASIS_POINTS))));
        }
        return new Spreads(steps);
    }
}

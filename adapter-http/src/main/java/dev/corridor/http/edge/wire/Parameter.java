package dev.corridor.http.edge.wire;

import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parses path and query parameters. */
public final class Parameter {

    private static final int MAX_DIGITS = 18;

    private Parameter() {}

    /** Parses a whole number. One above the largest fails with {@code limit_exceeded}. */
    public static int parseNumber(String name, String text, int smallest, int largest) {
        boolean isNumber = !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = isNumber ? Long.parseLong(text) : -1;
        if (number < smallest) {
            throw new BusinessException(
                    new InvalidRequest("The parameter '" + name + "' must be a whole number from " + smallest + " to " + largest + "."));
        }
        if (number > largest) {
            throw new BusinessException(new LimitExceeded(name, largest));
        }
        return (int) number;
    }

    /** The asset with this code. An unsupported one fails with {@code asset_not_supported}, as in a body. */
    public static Asset parseAsset(String code, AssetCatalogue assets) {
        return assets.find(code).orElseThrow(() -> {
            var supported = assets.all().stream().map(Asset::code).toList();
            return new BusinessException(AssetNotSupported.ofParameter(code, supported));
        });
    }

    /** Parses each of a list that is separated by commas. */
    public static <T> Set<T> parseAll(String name, String text, Function<String, T> parser) {
        return parse(name, text, list -> Arrays.stream(list.split(",", -1)).map(parser).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Parses with the type's own parser: {@code Parameter.parse("quoteId", quoteId, QuoteId::parse)}. An {@link IllegalArgumentException}
     * becomes {@code invalid_request} with the parameter's name.
     */
    public static <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new InvalidRequest("The parameter '" + name + "' is malformed."));
        }
    }
}

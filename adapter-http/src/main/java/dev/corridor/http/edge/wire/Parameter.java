package dev.corridor.http.edge.wire;

import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import java.util.function.Function;

/** A parameter in a path or a query. */
public final class Parameter {

    private static final int MAX_DIGITS = 18;

    private Parameter() {}

    /** Reads a whole number from the smallest on. One above the largest is {@code limit_exceeded}. */
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

    /** The asset of that code. One that is not dealt in is {@code asset_not_supported}, as it is in a body. */
    public static Asset parseAsset(String code, AssetCatalogue assets) {
        return assets.find(code).orElseThrow(() -> {
            var supported = assets.all().stream().map(Asset::code).toList();
            return new BusinessException(AssetNotSupported.ofParameter(code, supported));
        });
    }

    /**
     * Reads it with the parser of its type: {@code Parameter.parse("quoteId", quoteId, QuoteId::parse)}. A parser that throws
     * {@link IllegalArgumentException} makes it an {@code invalid_request} which names the parameter.
     */
    public static <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new InvalidRequest("The parameter '" + name + "' is malformed."));
        }
    }
}

package dev.corridor.http.wire;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import java.util.function.Function;

/** A parameter in a path or a query. */
public final class Parameter {

    private Parameter() {}

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

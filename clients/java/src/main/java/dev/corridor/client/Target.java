package dev.corridor.client;

import dev.corridor.client.model.Word;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The target of a request. Lists are separated by commas; the members of a map are {@code name[member]=value}. */
public final class Target {

    private Target() {}

    /** A path with its variables, such as {@code /v1/quotes/{quoteId}}, filled in their order. */
    public static String path(String template, Object... variables) {
        var path = template;
        for (var variable : variables) {
            path = path.replaceFirst("\\{\\w+}", encoded(text(variable)));
        }
        return path;
    }

    static String query(Map<String, Object> filters) {
        return filters.entrySet().stream().flatMap(filter -> parameters(filter.getKey(), filter.getValue())).collect(Collectors.joining("&"));
    }

    private static Stream<String> parameters(String name, Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream().map(member -> parameter(name + "[" + member.getKey() + "]", text(member.getValue())));
        } else if (value instanceof List<?> values) {
            return Stream.of(parameter(name, values.stream().map(Target::text).collect(Collectors.joining(","))));
        }
        return Stream.of(parameter(name, text(value)));
    }

    private static String parameter(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    /** A value as a text. */
    static String text(Object value) {
        if (value instanceof Word word) {
            if (word.value().isEmpty()) {
                throw new IllegalArgumentException("a value that is not recognized cannot be sent");
            }
            return word.value();
        }
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }

    /** A space is %20 everywhere, whereas + stands for one only in a query. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

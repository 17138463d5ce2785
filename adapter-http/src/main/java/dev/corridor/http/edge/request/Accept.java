package dev.corridor.http.edge.request;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Content negotiation that never refuses a request. Most resources have one format; the few with several send the default unless another is
 * preferred. The framework's router would refuse, so the header is removed before routing.
 *
 * <p>Source: RFC 9110, section 12.5.1. Among equal weights, the more specific range wins.
 *
 * @param ranges in any order, without malformed ones
 */
public record Accept(List<Range> ranges) {

    private static final String ATTRIBUTE = Accept.class.getName();
    private static final Accept ANYTHING = new Accept(List.of());

    /**
     * @param subtype may be {@code *}, and then the type too
     * @param weight in thousandths
     */
    record Range(String type, String subtype, int weight) {

        private static final Pattern SYNTAX = Pattern.compile("([^/;\\s]+)/([^/;\\s]+)\\s*((?:;.*)?)");
        private static final Pattern WEIGHT = Pattern.compile(";\\s*q=([01](?:\\.[0-9]{0,3})?)\\s*(?:;|$)");
        private static final int FULL_WEIGHT = 1000;
        private static final int FULL_NAME = 3;

        private static List<Range> read(String text) {
            var range = SYNTAX.matcher(text.strip().toLowerCase(Locale.ROOT));
            return range.matches() ? List.of(new Range(range.group(1), range.group(2), weight(range.group(3)))) : List.of();
        }

        private static int weight(String parameters) {
            var weight = WEIGHT.matcher(parameters);
            return weight.find() ? new BigDecimal(weight.group(1)).movePointRight(3).intValueExact() : FULL_WEIGHT;
        }

        /** The specificity: 0 no match, 1 any type, 2 by type, 3 exact. */
        private int precision(String form) {
            if (form.equals(type + "/" + subtype)) {
                return FULL_NAME;
            } else if (subtype.equals("*") && form.startsWith(type + "/")) {
                return 2;
            }
            return subtype.equals("*") && type.equals("*") ? 1 : 0;
        }
    }

    /** Removes the header and stores its value as an attribute. */
    static void setAside(HttpRequest<?> request) {
        var said = request.getHeaders().getAll(HttpHeaders.ACCEPT);
        if (said.isEmpty()) {
            return;
        }
        request.setAttribute(ATTRIBUTE, read(said));
        if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.remove(HttpHeaders.ACCEPT);
        }
    }

    public static Accept of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Accept.class).orElse(ANYTHING);
    }

    static Accept read(List<String> headers) {
        return new Accept(headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .flatMap(text -> Range.read(text).stream())
                .toList());
    }

    /** Whether the client prefers this media type to the default. */
    public boolean prefers(String form, String usual) {
        var wish = wishFor(form);
        return wish.weight > 0 && Wish.ORDER.compare(wish, wishFor(usual)) > 0;
    }

    /** Whether the client accepts this media type by its exact name. */
    public boolean names(String form) {
        for (var range : ranges) {
            if (range.weight > 0 && range.precision(form) == Range.FULL_NAME) {
                return true;
            }
        }
        return false;
    }

    /** The most specific range decides. */
    private Wish wishFor(String form) {
        return ranges.stream()
                .map(range -> new Wish(range.weight, range.precision(form)))
                .filter(wish -> wish.precision > 0)
                .max(Comparator.comparingInt(Wish::precision))
                .orElse(Wish.NONE);
    }

    private record Wish(int weight, int precision) {

        private static final Wish NONE = new Wish(0, 0);
        private static final Comparator<Wish> ORDER = Comparator.comparingInt(Wish::weight).thenComparingInt(Wish::precision);
    }
}

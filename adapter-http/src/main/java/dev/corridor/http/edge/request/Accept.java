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
 * Which form of an answer the client would rather have. It never refuses a request: most resources have one form, and the few that have
 * several give the usual one to whoever names none of theirs. So the header is set aside before the request is routed, where it would.
 *
 * <p>Source: RFC 9110, section 12.5.1. Between forms of the same weight the one that is named more precisely is preferred.
 *
 * @param ranges in any order; what is no media range is left out
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

        /** How precisely it names the form: 0 not at all, 1 as anything, 2 by its type, 3 by its full name. */
        private int precision(String form) {
            if (form.equals(type + "/" + subtype)) {
                return FULL_NAME;
            } else if (subtype.equals("*") && form.startsWith(type + "/")) {
                return 2;
            }
            return subtype.equals("*") && type.equals("*") ? 1 : 0;
        }
    }

    /** Takes the header, if there is one, away and keeps what it says. */
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

    /** Whether the client would rather have that form, a media type, than the usual one. */
    public boolean prefers(String form, String usual) {
        var wish = wishFor(form);
        return wish.weight > 0 && Wish.ORDER.compare(wish, wishFor(usual)) > 0;
    }

    /** Whether the client says by its full name that it can read that form. */
    public boolean names(String form) {
        for (var range : ranges) {
            if (range.weight > 0 && range.precision(form) == Range.FULL_NAME) {
                return true;
            }
        }
        return false;
    }

    /** The range that names the form most precisely decides. */
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

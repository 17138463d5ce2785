package dev.corridor.domain.id;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The trace of what happens to a thing after the request that has made it was answered: its deliveries to endpoints, and the calls of chains. It is the thing's
 * own, and its id's 32 hex digits are those of the trace: whoever knows {@code txn_0195...} knows the trace, and nothing needs to be kept.
 *
 * <p>Source: W3C, "Trace Context", recommendation of 23 November 2021, section 3.2.
 *
 * @param id 32 lower-case hex digits
 */
public record Trace(String id) {

    /** The name of the header. */
    public static final String HEADER = "traceparent";

    /** Who receives it may sample it: each call leaves a line here. */
    private static final String SAMPLED = "01";

    public static Trace of(UUID thing) {
        return new Trace(PrefixedUuid.format("", thing));
    }

    /** Of a thing by its text, such as {@code txn_...}. Empty for those whose ids are shorter. */
    public static Optional<Trace> find(String thing) {
        try {
            return Optional.of(of(PrefixedUuid.parse("", thing.substring(thing.indexOf('_') + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The header of a call.
     *
     * @param span identifies the call; not 0
     */
    public String parent(long span) {
        return parent(id, span, SAMPLED);
    }

    /** Of any trace. */
    public static String parent(String trace, long span, String flags) {
        return "00-" + trace + "-" + HexFormat.of().toHexDigits(span) + "-" + flags;
    }
}

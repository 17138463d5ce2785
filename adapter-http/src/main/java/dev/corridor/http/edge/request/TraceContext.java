package dev.corridor.http.edge.request;

import dev.corridor.domain.id.Trace;
import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The trace of the client that a request belongs to. The answer continues it with a span of its own, and the log names it, so that both sides' logs can be
 * put together. A request without one has its own id alone.
 *
 * <p>Source: W3C, "Trace Context", recommendation of 23 November 2021, section 3.2. What is malformed is ignored, as it demands.
 */
record TraceContext(String traceId, String spanId, String flags) {

    static final String HEADER = Trace.HEADER;

    private static final int VERSION_END = 2;
    private static final int TRACE_END = 35;
    private static final int SPAN_END = 52;
    private static final int END = 55;

    static Optional<TraceContext> of(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HEADER)).flatMap(TraceContext::parse);
    }

    /** Of a later version, what the first one has. */
    static Optional<TraceContext> parse(String text) {
        boolean isWellFormed = text.length() >= END
                && isHex(text, 0, VERSION_END) && text.charAt(VERSION_END) == '-'
                && isId(text, VERSION_END + 1, TRACE_END) && text.charAt(TRACE_END) == '-'
                && isId(text, TRACE_END + 1, SPAN_END) && text.charAt(SPAN_END) == '-'
                && isHex(text, SPAN_END + 1, END);
        if (!isWellFormed || text.startsWith("ff")) {
            return Optional.empty();
        }
        boolean isComplete = text.length() == END || !text.startsWith("00") && text.charAt(END) == '-';
        return isComplete ? Optional.of(new TraceContext(
                text.substring(VERSION_END + 1, TRACE_END), text.substring(TRACE_END + 1, SPAN_END), text.substring(SPAN_END + 1, END)))
                : Optional.empty();
    }

    private static boolean isId(String text, int from, int to) {
        return isHex(text, from, to) && text.substring(from, to).chars().anyMatch(digit -> digit != '0');
    }

    private static boolean isHex(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** The header with a span of this service. */
    String ownSpan(long span) {
        return Trace.parent(traceId, span, flags);
    }

    /** Whether the client records what it does. */
    boolean isSampled() {
        return (HexFormat.fromHexDigits(flags) & 1) == 1;
    }
}

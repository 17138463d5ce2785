package dev.corridor.http.edge.request;

import dev.corridor.application.Spans;
import dev.corridor.application.Spans.Span;
import dev.corridor.application.journal.NoteRequest;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.id.Trace;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.route.CallerBinder;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** The outermost filter: assigns the request's id, puts it into log and response, and writes one line per request. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestJournal {

    /** On an answer that was given before, to a request with the same idempotency key. */
    public static final String REPLAYED_HEADER = "Idempotent-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(RequestJournal.class);
    private static final String BEGUN = RequestJournal.class.getName();

    private final NoteRequest noteRequest;
    private final Spans spans;

    /**
     * @param noteRequest absent where nothing keeps a journal
     * @param spans absent where nobody collects traces
     */
    RequestJournal(Optional<NoteRequest> noteRequest, Optional<Spans> spans) {
        this.noteRequest = noteRequest.orElse(request -> {});
        this.spans = spans.orElse(Spans.NONE);
    }

    @PreMatching
    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        request.setAttribute(BEGUN, System.nanoTime());
        context.add(new LoggedRequest(RequestId.of(request)));
        Accept.setAside(request);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var signed = sign(request, response);
        request.getAttribute(BEGUN, Long.class)
                .ifPresent(begun -> write(request, response, signed, Duration.ofNanos(System.nanoTime() - begun)));
    }

    /** For what may pass no filter on its way out. A request that could not even be decoded, and had not begun, ends here. */
    public void refused(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var signed = sign(request, response);
        if (!request.getAttributes().contains(BEGUN)) {
            write(request, response, signed, Duration.ZERO);
        }
    }

    /** What the request is in the client's trace, or in its own. */
    private record Signed(Optional<TraceContext> trace, long span) {}

    /** Answers the client's trace. */
    private static Signed sign(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(RequestId.HEADER, RequestId.of(request).value()).set(HttpHeaders.DATE, HttpDate.now());
        var trace = TraceContext.of(request);
        long span = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        trace.ifPresent(continued -> response.getHeaders().set(TraceContext.HEADER, continued.ownSpan(span)));
        return new Signed(trace, span);
    }

    /** The path only: a query may hold personal data, the headers hold keys. */
    private void write(HttpRequest<?> request, MutableHttpResponse<?> response, Signed signed, Duration duration) {
        var name = RequestName.of(request);
        var caller = CallerBinder.find(request);
        var line = LOG.atLevel(isUneventful(name, response) ? Level.DEBUG : Level.INFO)
                .addKeyValue("method", name.method())
                .addKeyValue("path", name.path())
                .addKeyValue("status", response.code())
                .addKeyValue("millis", duration.toMillis())
                .addKeyValue("route", name.template())
                .addKeyValue("requestId", RequestId.of(request));
        line = with(line, "code", response.getHeaders().get(ErrorCode.HEADER));
        line = with(line, "outcome", response.getHeaders().get(Problem.OUTCOME_HEADER));
        line = with(line, "transaction", AboutTransaction.of(request).orElse(null));
        line = with(line, "replayed", response.getHeaders().get(REPLAYED_HEADER));
        line = with(line, "trace", signed.trace().map(TraceContext::traceId).orElse(null));
        line = with(line, "organization", caller.map(Caller::organization).orElse(null));
        line = with(line, "caller", caller.map(Caller::principal).orElse(null));
        line.log("answered");
        if (spans.areWanted() && signed.trace().map(TraceContext::isSampled).orElse(true)) {
            spans.ended(span(name, request, response, signed, duration));
        }
        caller.ifPresent(who -> note(who, name, request, response, duration));
    }

    /** Without a client's trace, the digits of the request's id are one. */
    private static Span span(RequestName name, HttpRequest<?> request, MutableHttpResponse<?> response, Signed signed, Duration duration) {
        var id = RequestId.of(request).value();
        var attributes = new HashMap<>(Map.of(
                "http.request.method", name.method(),
                "http.route", name.template(),
                "http.response.status_code", Integer.toString(response.code()),
                "corridor.request", id));
        AboutTransaction.of(request).ifPresent(transaction -> attributes.put("corridor.transaction", transaction));
        Optional.ofNullable(response.getHeaders().get(ErrorCode.HEADER)).ifPresent(code -> attributes.put("error.type", code));
        return new Span(
                name.method() + " " + name.template(),
                Spans.Kind.SERVER,
                signed.trace().map(trace -> new Trace(trace.traceId())).or(() -> Trace.find(id)).orElseThrow(),
                signed.trace().map(trace -> OptionalLong.of(HexFormat.fromHexDigitsToLong(trace.spanId()))).orElse(OptionalLong.empty()),
                signed.span(),
                Instant.now(),
                duration,
                response.code() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
                attributes);
    }

    /** A probe of the service that found it well. There is one every few seconds. */
    private static boolean isUneventful(RequestName name, MutableHttpResponse<?> response) {
        return response.code() == HttpStatus.OK.getCode() && (name.path().startsWith("/health") || name.path().equals("/prometheus"));
    }

    private static LoggingEventBuilder with(LoggingEventBuilder line, String key, @Nullable Object value) {
        return value == null ? line : line.addKeyValue(key, value);
    }

    /** Only what has a caller is anyone's. The template, not the path: ids of a path may be read where they belong. */
    private void note(Caller caller, RequestName name, HttpRequest<?> request, MutableHttpResponse<?> response, Duration duration) {
        noteRequest.note(new NoteRequest.Command(
                dev.corridor.domain.journal.RequestId.parse(RequestId.of(request).value()),
                caller,
                name.method(),
                name.template(),
                response.code(),
                Optional.ofNullable(response.getHeaders().get(ErrorCode.HEADER)),
                Optional.ofNullable(response.getHeaders().get(Problem.OUTCOME_HEADER)),
                duration));
    }
}

package dev.corridor.http.edge.dialect;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Retry;
import dev.corridor.http.edge.dialect.Dialect.Rendering;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Renders failures in the client's error contract. Three headers are the same in every contract: the canonical code, the outcome, and
 * whether to retry.
 */
@Singleton
public final class Dialects {

    private static final String API = "/v1/";

    /** HTTP requires a challenge on each 401 (RFC 9110, section 15.5.2); keys and tokens use the same scheme. */
    private static final String CHALLENGE = "Bearer";

    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

    private final DialectName standard;
    private final FailurePages pages;
    private final Map<DialectName, Dialect> byName;
    private final RefusalMeter meter;

    Dialects(DialectSettings settings, RefusalMeter meter, Optional<FailurePages> pages) {
        this.meter = meter;
        this.pages = pages.orElse(FailurePages.NONE);
        this.standard = settings.standard();
        this.byName = Arrays.stream(DialectName.values())
                .collect(Collectors.toMap(Function.identity(), name -> dialect(name, settings), (a, b) -> a, () -> new EnumMap<>(DialectName.class)));
    }

    private static Dialect dialect(DialectName name, DialectSettings settings) {
        return switch (name) {
            case NXOS -> new NxosDialect();
            case NEXUSGLASS -> new NexusGlassDialect();
            case NEXGENT -> new NexgentDialect(settings.nexgentStack());
            case NEXPAY -> new NexpayDialect();
            case TICKDB -> new TickDbDialect(settings.tickDbAlways200());
            case PROBLEM_JSON -> new ProblemJsonDialect();
        };
    }

    public Answer tell(Problem problem, HttpRequest<?> request) {
        meter.answered(problem.code(), DialectChoice.of(request, standard));
        return write(problem, request);
    }

    /** What will be told again: it is counted when it is. */
    public Answer write(BusinessError error, HttpRequest<?> request) {
        return write(Problem.refusal(error, request), request);
    }

    private Answer write(Problem problem, HttpRequest<?> request) {
        var dialect = DialectChoice.of(request, standard);
        var rendering = pages.find(problem, request)
                .map(page -> new Rendering(problem.code().status(), HTML, page.headers(), page.body()))
                .orElseGet(() -> byName.get(dialect).render(problem, request));
        var headers = new LinkedHashMap<>(rendering.headers());
        var consequence = problem.consequence();
        headers.put(ErrorCode.HEADER, problem.code().toString());
        headers.put(Problem.OUTCOME_HEADER, consequence.outcome().toString());
        headers.put(Problem.RETRY_HEADER, consequence.retry().toString());
        if (consequence.retry() == Retry.AFTER) {
            headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(problem.waitSeconds()));
        }
        if (rendering.status() == HttpStatus.UNAUTHORIZED.getCode()) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return new Answer(rendering.status(), rendering.type(), headers, rendering.body());
    }

    public Answer refuse(BusinessError error, HttpRequest<?> request) {
        return tell(Problem.refusal(error, request), request);
    }

    /** Whether the request uses TickDB's error contract, which has a format of its own for WebSockets. */
    public boolean speaksTickDb(HttpRequest<?> request) {
        return DialectChoice.of(request, standard) == DialectName.TICKDB;
    }

    /** Whether the request uses NexusGlass's error contract. */
    public boolean speaksNexusGlass(HttpRequest<?> request) {
        return DialectChoice.of(request, standard) == DialectName.NEXUSGLASS;
    }

    /** The code in each dialect, in the order of {@link DialectName}. */
    public Map<DialectName, Place> placesOf(ErrorCode code) {
        var places = new EnumMap<DialectName, Place>(DialectName.class);
        byName.forEach((name, dialect) -> places.put(name, dialect.placeOf(code)));
        return places;
    }

    /** Only for the API: health and documentation are the same in every dialect. */
    void shapeSuccess(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean isSuccess = response.code() < HttpStatus.MULTIPLE_CHOICES.getCode() && !response.getHeaders().contains(ErrorCode.HEADER);
        if (isSuccess && request.getPath().startsWith(API)) {
            RenderedBody.of(request).ifPresent(body -> body.putInto(response));
            of(request).shapeSuccess(request, response);
        }
    }

    private Dialect of(HttpRequest<?> request) {
        return byName.get(DialectChoice.of(request, standard));
    }
}

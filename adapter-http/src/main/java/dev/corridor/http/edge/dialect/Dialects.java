package dev.corridor.http.edge.dialect;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Retry;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells a failure in the error contract of whoever asks. Three headers say the same in every contract: the canonical code, what became of the
 * request, and whether it may be sent again.
 */
@Singleton
public final class Dialects {

    private static final String API = "/v1/";

    /** HTTP wants every 401 to say how to prove who one is (RFC 9110, section 15.5.2); a key and a token are sent in the same way. */
    private static final String CHALLENGE = "Bearer";

    private final DialectName standard;
    private final Map<DialectName, Dialect> byName;

    Dialects(DialectSettings settings) {
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
        var telling = of(request).tell(problem, request);
        var headers = new LinkedHashMap<>(telling.headers());
        var consequence = problem.consequence();
        headers.put(ErrorCode.HEADER, problem.code().toString());
        headers.put(Problem.OUTCOME_HEADER, consequence.outcome().toString());
        headers.put(Problem.RETRY_HEADER, consequence.retry().toString());
        if (consequence.retry() == Retry.AFTER) {
            headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(problem.waitSeconds()));
        }
        if (telling.status() == HttpStatus.UNAUTHORIZED.getCode()) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return new Answer(telling.status(), telling.type(), headers, telling.body());
    }

    public Answer refuse(BusinessError error, HttpRequest<?> request) {
        return tell(Problem.refusal(error, request), request);
    }

    /** Whether whoever asks is answered in TickDB's error contract, which has a form of its own for WebSockets. */
    public boolean speaksTickDb(HttpRequest<?> request) {
        return DialectChoice.of(request, standard) == DialectName.TICKDB;
    }

    /** The same for NexusGlass. */
    public boolean speaksNexusGlass(HttpRequest<?> request) {
        return DialectChoice.of(request, standard) == DialectName.NEXUSGLASS;
    }

    /** How each dialect tells a code, in the order of their names. */
    public Map<DialectName, Place> placesOf(ErrorCode code) {
        var places = new EnumMap<DialectName, Place>(DialectName.class);
        byName.forEach((name, dialect) -> places.put(name, dialect.placeOf(code)));
        return places;
    }

    /** Only what the API answers: health and documentation look the same to everybody. */
    void shapeSuccess(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean isSuccess = response.code() < HttpStatus.MULTIPLE_CHOICES.getCode() && !response.getHeaders().contains(ErrorCode.HEADER);
        if (isSuccess && request.getPath().startsWith(API)) {
            of(request).shapeSuccess(request, response);
        }
    }

    private Dialect of(HttpRequest<?> request) {
        return byName.get(DialectChoice.of(request, standard));
    }
}

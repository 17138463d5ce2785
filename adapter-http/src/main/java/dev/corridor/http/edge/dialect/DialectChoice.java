package dev.corridor.http.edge.dialect;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.http.edge.request.Accept;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Selects the dialect of a response: {@code Accept: application/problem+json}, then the header, then the key's dialect, then the
 * operator's. WebSocket paths have a dialect of their own, and accept a query parameter from clients that cannot send headers.
 */
public final class DialectChoice {

    public static final String HEADER = "Corridor-Dialect";
    public static final String PARAMETER = "dialect";

    /** The paths of WebSockets. */
    private static final Map<String, DialectName> OF_PATHS = Map.of(
            "/v1/realtime", DialectName.TICKDB,
            "/ws", DialectName.NEXUSGLASS,
            "/ws/nexus-bridge", DialectName.NEXUSGLASS,
            "/ws/fastfeed", DialectName.NEXUSGLASS);

    private static final String OF_THE_KEY = DialectChoice.class.getName();

    private DialectChoice() {}

    static DialectName of(HttpRequest<?> request, DialectName standard) {
        if (Accept.of(request).names(ProblemJsonDialect.MEDIA_TYPE)) {
            return DialectName.PROBLEM_JSON;
        }
        var header = request.getHeaders().get(HEADER);
        var chosen = header == null ? withoutHeader(request) : DialectName.find(header);
        return chosen.orElse(standard);
    }

    private static Optional<DialectName> withoutHeader(HttpRequest<?> request) {
        var ofThePath = Optional.ofNullable(OF_PATHS.get(request.getPath()));
        return ofThePath.isEmpty() ? ofTheKey(request) : inQuery(request).flatMap(DialectName::find).or(() -> ofThePath);
    }

    private static Optional<String> inQuery(HttpRequest<?> request) {
        return request.getParameters().get(PARAMETER, String.class);
    }

    /** Sets the key's dialect, which applies unless the request selects another. */
    public static void rememberTheKeys(HttpRequest<?> request, DialectName name) {
        request.setAttribute(OF_THE_KEY, name);
    }

    /** Refuses unknown names, which would otherwise go unnoticed until the client misreads its first failure. */
    static void requireKnown(HttpRequest<?> request) {
        var header = request.getHeaders().get(HEADER);
        if (header != null && DialectName.find(header).isEmpty()) {
            throw new BusinessException(new InvalidRequest("The header " + HEADER + " must be one of " + names() + "."));
        }
        if (OF_PATHS.containsKey(request.getPath()) && inQuery(request).filter(name -> DialectName.find(name).isEmpty()).isPresent()) {
            throw new BusinessException(new InvalidRequest("The query parameter '" + PARAMETER + "' must be one of " + names() + "."));
        }
    }

    private static String names() {
        return Arrays.stream(DialectName.values()).map(DialectName::toString).collect(Collectors.joining(", "));
    }

    private static Optional<DialectName> ofTheKey(HttpRequest<?> request) {
        return request.getAttribute(OF_THE_KEY, DialectName.class);
    }
}

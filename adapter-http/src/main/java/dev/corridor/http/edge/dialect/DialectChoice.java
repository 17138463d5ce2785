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
 * In which dialect a client is answered. Whoever accepts {@code application/problem+json} gets that; else the header decides, else what the
 * client's key has laid down, else the operator. Where a WebSocket is opened, a client that can send no header may say it in the query, and the path
 * has a dialect of its own.
 */
public final class DialectChoice {

    public static final String HEADER = "Corridor-Dialect";
    public static final String PARAMETER = "dialect";

    /** Where WebSockets are opened. */
    private static final Map<String, DialectName> OF_PATHS =
            Map.of("/v1/realtime", DialectName.TICKDB, "/ws/fastfeed", DialectName.NEXUSGLASS);

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

    /** From here on the request is answered as its key has laid down, unless the request itself says otherwise. */
    public static void rememberTheKeys(HttpRequest<?> request, DialectName name) {
        request.setAttribute(OF_THE_KEY, name);
    }

    /** A name that nobody knows is a slip, and would go unnoticed until the client misreads its first failure. */
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

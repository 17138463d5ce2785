package dev.corridor.http.dialect;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.http.request.Accept;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In which dialect a client is answered. Whoever accepts {@code application/problem+json} gets that; else the header decides, else what the
 * client's key has laid down, else the operator.
 */
public final class DialectChoice {

    static final String HEADER = "Corridor-Dialect";

    private static final String OF_THE_KEY = DialectChoice.class.getName();

    private DialectChoice() {}

    static DialectName of(HttpRequest<?> request, DialectName standard) {
        if (Accept.of(request).names(ProblemJsonDialect.MEDIA_TYPE)) {
            return DialectName.PROBLEM_JSON;
        }
        var header = request.getHeaders().get(HEADER);
        var chosen = header == null ? ofTheKey(request) : DialectName.find(header);
        return chosen.orElse(standard);
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
    }

    private static String names() {
        return Arrays.stream(DialectName.values()).map(DialectName::toString).collect(Collectors.joining(", "));
    }

    private static Optional<DialectName> ofTheKey(HttpRequest<?> request) {
        return request.getAttribute(OF_THE_KEY, DialectName.class);
    }
}

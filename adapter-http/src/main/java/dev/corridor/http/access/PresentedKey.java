package dev.corridor.http.access;

import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.error.BusinessException;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;

/**
 * The key that comes with a request and not as a bearer: in the header, or where a browser opens a WebSocket and can send no header, in the query. Sources:
 * the NXOS contract, section 1; the TickDB contract, code 1002.
 */
final class PresentedKey {

    private static final String HEADER = "X-API-Key";

    private PresentedKey() {}

    /** The key, unchecked, or {@code missing_api_key}. */
    static String of(HttpRequest<?> request) {
        return find(request).orElseThrow(() -> new BusinessException(new MissingApiKey()));
    }

    static Optional<String> find(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HEADER)).filter(key -> !key.isEmpty()).or(() -> inQuery(request));
    }

    private static Optional<String> inQuery(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .flatMap(route -> route.getAnnotationMetadata().stringValue(KeyInQuery.class))
                .flatMap(parameter -> request.getParameters().get(parameter, String.class))
                .filter(key -> !key.isEmpty());
    }
}

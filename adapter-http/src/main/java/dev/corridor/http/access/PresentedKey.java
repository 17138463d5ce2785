package dev.corridor.http.access;

import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.error.BusinessException;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;

/**
 * A key outside of {@code Authorization}: in a header, or in the query where a browser opens a WebSocket and cannot send headers. Sources:
 * the NXOS contract, section 1; the TickDB contract, code 1002.
 */
final class PresentedKey {

    private static final String HEADER = "X-API-Key";

    private PresentedKey() {}

    /** The unverified key, or {@code missing_api_key}. */
    static String of(HttpRequest<?> request) {
        return find(request).orElseThrow(() -> new BusinessException(new MissingApiKey()));
    }

    /** The unverified key or token, from {@code Authorization} if it is there; or {@code missing_api_key}. */
    static String credentialOf(HttpRequest<?> request) {
        return BearerToken.of(request).orElseGet(() -> of(request));
    }

    static Optional<String> find(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HEADER)).filter(key -> !key.isEmpty()).or(() -> inQuery(request));
    }

    /** Only on a route that allows it. */
    static Optional<String> inQuery(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .flatMap(route -> route.getAnnotationMetadata().stringValue(KeyInQuery.class))
                .flatMap(parameter -> request.getParameters().get(parameter, String.class))
                .filter(key -> !key.isEmpty());
    }
}

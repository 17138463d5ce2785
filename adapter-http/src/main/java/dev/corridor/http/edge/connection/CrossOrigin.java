package dev.corridor.http.edge.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.server.HttpServerConfiguration.CorsConfiguration;
import io.micronaut.http.server.cors.CorsOriginConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Has the framework answer the questions that browsers ask first (OPTIONS with {@code Access-Control-Request-Method}), for the sites that the operator
 * allows. They send a key or a token in a header, and no cookies, so that no credentials of the browser's own are let in. Source: the Fetch standard,
 * section 3.2.
 */
@Singleton
final class CrossOrigin implements BeanCreatedEventListener<CorsConfiguration> {

    private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final List<String> TOLD = List.of(
            "Corridor-Code", "Corridor-Outcome", "Corridor-Retry", "ETag", "Idempotent-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After",
            "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Request-Id");

    private static final long REMEMBERED_SECONDS = 600;

    private final AllowedOrigins allowed;

    CrossOrigin(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    @Override
    public CorsConfiguration onCreated(BeanCreatedEvent<CorsConfiguration> event) {
        var cors = event.getBean();
        if (!allowed.origins().isEmpty()) {
            var origins = new CorsOriginConfiguration();
            origins.setAllowedOrigins(allowed.origins());
            origins.setAllowedMethods(METHODS);
            origins.setExposedHeaders(TOLD);
            origins.setAllowCredentials(false);
            origins.setAllowPrivateNetwork(false);
            origins.setMaxAge(REMEMBERED_SECONDS);
            cors.setEnabled(true);
            cors.setConfigurations(Map.of("corridor", origins));
        }
        return cors;
    }
}

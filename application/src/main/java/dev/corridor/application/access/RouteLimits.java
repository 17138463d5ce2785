package dev.corridor.application.access;

import dev.corridor.domain.access.RateLimit;
import java.util.Map;
import java.util.Optional;

/** Rate limits per route, by method and path template: {@code POST /v1/auth/login}. Path variables are in braces. */
public record RouteLimits(Map<String, RateLimit> byRoute) {

    public static final RouteLimits NONE = new RouteLimits(Map.of());

    public RouteLimits {
        byRoute = Map.copyOf(byRoute);
    }

    Optional<RateLimit> of(String route) {
        return Optional.ofNullable(byRoute.get(route));
    }
}

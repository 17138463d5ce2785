package dev.corridor.service.operation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.endpoint.health.filter.HealthResultFilter;
import io.micronaut.management.health.indicator.HealthResult;

/**
 * Maps health to HTTP status like the framework's own filter, but for all requests. A filter with a pattern of its own would disable the
 * framework's caching of filters per route.
 */
@Replaces(HealthResultFilter.class)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HealthStatusFilter {

    private final HealthEndpoint.StatusConfiguration statuses;

    HealthStatusFilter(HealthEndpoint endpoint) {
        this.statuses = endpoint.getStatusConfiguration();
    }

    @ResponseFilter
    void setStatus(MutableHttpResponse<?> response) {
        if (response.body() instanceof HealthResult health) {
            var name = health.getStatus().getName();
            response.status(statuses.getHttpMapping().getOrDefault(name, HttpStatus.OK));
        }
    }
}

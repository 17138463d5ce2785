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
 * Gives health answers their HTTP status, as the framework's own filter does, but is registered for all requests: one filter with a pattern
 * of its own makes the framework resolve the filters of each request anew.
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

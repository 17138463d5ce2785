package dev.corridor.service.operation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.endpoint.health.filter.HealthResultFilter;
import io.micronaut.management.health.indicator.HealthResult;

/**
 * Gives the answers about health their HTTP status, as the framework's own filter does, but stands before all requests: as soon as one filter
 * has a pattern of its own, the framework looks for the filters of each request anew.
 */
@Replaces(HealthResultFilter.class)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HealthStatusFilter extends HealthResultFilter {

    HealthStatusFilter(HealthEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    @ResponseFilter
    public void doFilter(MutableHttpResponse<?> response) {
        if (response.body() instanceof HealthResult) {
            super.doFilter(response);
        }
    }
}

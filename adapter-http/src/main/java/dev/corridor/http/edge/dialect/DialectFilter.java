package dev.corridor.http.edge.dialect;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses a dialect that nobody speaks before anything is done, and gives successes the shape that a contract has for them. It refuses after the
 * route is known or missed: what is refused before that passes no filter on its way out, and is missing from the log.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DialectFilter {

    private final Dialects dialects;

    DialectFilter(Dialects dialects) {
        this.dialects = dialects;
    }

    @RequestFilter
    void requireKnown(HttpRequest<?> request) {
        DialectChoice.requireKnown(request);
    }

    @ResponseFilter
    void shape(HttpRequest<?> request, MutableHttpResponse<?> response) {
        dialects.shapeSuccess(request, response);
    }
}

package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.request.AboutTransaction;
import dev.corridor.http.edge.route.ApiPaths;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses an unknown dialect before anything is done, and gives successes the shape that a contract has for them. No answer of the API may be cached:
 * nearly all hold balances, tokens or secrets, and each is for one caller. The refusal comes after routing: an earlier one passes no response filter
 * and is missing from the log.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DialectFilter {

    /** What an answer depends on beside its path and its caller. */
    private static final String DECIDES = "Accept, Accept-Encoding, Accept-Language, " + DialectChoice.HEADER;

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
        AboutTransaction.note(request, response);
        dialects.shapeSuccess(request, response);
        if (ApiPaths.contain(request) || response.getHeaders().contains(ErrorCode.HEADER)) {
            response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store").add(HttpHeaders.VARY, DECIDES);
        }
    }
}

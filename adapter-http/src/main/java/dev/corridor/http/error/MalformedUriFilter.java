package dev.corridor.http.error;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses what {@link MalformedUris} has marked, before anybody asks whose it is and where it goes. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class MalformedUriFilter {

    private static final BusinessException UNREADABLE = new BusinessException(new InvalidRequest("The request cannot be read."));

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        if (request.getHeaders().contains(MalformedUris.MARK)) {
            throw UNREADABLE;
        }
    }
}

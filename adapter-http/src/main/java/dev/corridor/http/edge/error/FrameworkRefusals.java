package dev.corridor.http.edge.error;

import dev.corridor.http.edge.problem.ErrorCode;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Catches what the framework refuses with a bare status, past the pipe: a page of another origin that asks a service on the reader's own
 * machine, for one.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class FrameworkRefusals {

    private final ErrorPipe pipe;

    FrameworkRefusals(ErrorPipe pipe) {
        this.pipe = pipe;
    }

    @ResponseFilter
    HttpResponse<?> tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return isBare(response) ? pipe.answerTo(request, response.code()) : response;
    }

    /** An answer to HEAD never has a body, but headers. */
    private static boolean isBare(HttpResponse<?> response) {
        return response.code() >= HttpStatus.BAD_REQUEST.getCode()
                && response.body() == null
                && !response.getHeaders().contains(ErrorCode.HEADER);
    }
}

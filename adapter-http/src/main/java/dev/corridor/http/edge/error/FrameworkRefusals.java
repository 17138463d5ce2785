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

/** Gives a body to bare error statuses that the framework sends without the error pipe, such as a refused cross-origin request to localhost. */
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

    /** Responses to HEAD have no body, but have the header. */
    private static boolean isBare(HttpResponse<?> response) {
        return response.code() >= HttpStatus.BAD_REQUEST.getCode()
                && response.body() == null
                && !response.getHeaders().contains(ErrorCode.HEADER);
    }
}

package dev.corridor.http.access;

import dev.corridor.application.access.CountRequest;
import dev.corridor.application.access.CountRequest.Usage;
import dev.corridor.domain.access.Caller;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Counts what a proven caller asks for, whether or not they may have it, and tells them on every answer how much is left. Where limits are counted
 * in memory nobody changes the thread for it.
 */
@ServerFilter("/v1/**")
@Order(CheckOrder.HOW_OFTEN)
final class LimitFilter {

    private static final String ATTRIBUTE = Usage.class.getName();

    private final CountRequest countRequest;
    private final ClientAddress clientAddress;
    private final Waiting waiting;

    LimitFilter(CountRequest countRequest, ClientAddress clientAddress, Waiting waiting) {
        this.countRequest = countRequest;
        this.clientAddress = clientAddress;
        this.waiting = waiting;
    }

    @RequestFilter
    CompletionStage<HttpRequest<?>> check(HttpRequest<?> request) {
        Optional<Caller> caller = CallerBinder.find(request);
        var command = new CountRequest.Command(caller, clientAddress.of(request), routeOf(request));
        if (countRequest.mayWait(command)) {
            return waiting.elsewhere(request, () -> count(request, command));
        }
        count(request, command);
        return Waiting.atOnce(request);
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, Usage.class).ifPresent(usage -> RateLimitHeaders.write(usage, response.getHeaders()));
    }

    private void count(HttpRequest<?> request, CountRequest.Command command) {
        var usage = countRequest.count(command);
        if (!usage.standings().isEmpty()) {
            request.setAttribute(ATTRIBUTE, usage);
        }
        usage.requireAllowed();
    }

    /** As operators name it; empty where there is no such route, which has no limit of its own. */
    private static String routeOf(HttpRequest<?> request) {
        return RouteAttributes.getUriTemplate(request).map(path -> request.getMethodName() + " " + path).orElse("");
    }
}

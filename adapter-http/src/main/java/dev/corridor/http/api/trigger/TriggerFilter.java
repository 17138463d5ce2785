package dev.corridor.http.api.trigger;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.Environment;
import dev.corridor.http.edge.problem.SandboxWay;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.route.RequestCheck;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Fails a request of the sandbox that asks for it by the header {@link SandboxWay#TRIGGER}. Live callers are never affected. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TriggerFilter implements Ordered {

    private final InstantSource clock;

    TriggerFilter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return RequestCheck.SANDBOX_TRIGGER.filterOrder();
    }

    /** An unknown route is refused later. */
    @RequestFilter
    void fail(HttpRequest<?> request) {
        var asked = request.getHeaders().get(SandboxWay.TRIGGER);
        if (asked != null && isOfTheSandbox(request) && RouteAttributes.getRouteMatch(request).isPresent()) {
            Trigger.find(asked).orElseThrow(TriggerFilter::unknown).fail(request, clock.instant());
        }
    }

    private static boolean isOfTheSandbox(HttpRequest<?> request) {
        return CallerBinder.find(request).map(Caller::environment).filter(Environment.SANDBOX::equals).isPresent();
    }

    /** Refused, because a misspelt trigger would otherwise let the request succeed. */
    private static BusinessException unknown() {
        var names = Arrays.stream(Trigger.values()).map(Trigger::toString).collect(Collectors.joining(", "));
        return new BusinessException(new InvalidRequest("The header " + SandboxWay.TRIGGER + " must be one of " + names + "."));
    }
}

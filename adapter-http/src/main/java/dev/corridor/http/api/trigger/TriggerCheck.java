package dev.corridor.http.api.trigger;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.Environment;
import dev.corridor.http.edge.problem.SandboxWay;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.route.Check;
import dev.corridor.http.edge.route.RequestCheck;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Fails a request of the sandbox that asks for it by the header {@link SandboxWay#TRIGGER}. Live callers are never affected. */
@Singleton
final class TriggerCheck implements Check {

    private final InstantSource clock;

    TriggerCheck(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public RequestCheck first() {
        return RequestCheck.SANDBOX_TRIGGER;
    }

    /** An unknown route is refused later. */
    @Override
    public CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        var asked = request.getHeaders().get(SandboxWay.TRIGGER);
        if (asked != null && isOfTheSandbox(request) && RouteAttributes.getRouteMatch(request).isPresent()) {
            Trigger.find(asked).orElseThrow(TriggerCheck::unknown).fail(request, clock.instant());
        }
        return PASSED;
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

package dev.corridor.http.access;

import dev.corridor.application.access.CountRequest;
import dev.corridor.domain.access.Caller;
import dev.corridor.http.edge.request.RequestName;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.route.Check;
import dev.corridor.http.edge.route.RequestCheck;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Counts authenticated requests against the limits, whether permitted or not. In-memory limits need no thread switch.
 * {@link RateLimitHeaders} reports what is left.
 */
@Singleton
final class LimitCheck implements Check {

    private final CountRequest countRequest;
    private final ClientAddress clientAddress;
    private final BlockingChecks waiting;

    LimitCheck(CountRequest countRequest, ClientAddress clientAddress, BlockingChecks waiting) {
        this.countRequest = countRequest;
        this.clientAddress = clientAddress;
        this.waiting = waiting;
    }

    @Override
    public RequestCheck first() {
        return RequestCheck.LIMITS;
    }

    @Override
    public CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        return waiting.answering(request, () -> howOften(request));
    }

    private CompletionStage<Optional<HttpResponse<?>>> howOften(HttpRequest<?> request) {
        Optional<Caller> caller = CallerBinder.find(request);
        var command = new CountRequest.Command(caller, clientAddress.of(request), RequestName.of(request).route());
        if (countRequest.mayWait(command)) {
            return waiting.elsewhere(() -> count(request, command));
        }
        count(request, command);
        return PASSED;
    }

    private void count(HttpRequest<?> request, CountRequest.Command command) {
        var usage = countRequest.count(command);
        if (!usage.standings().isEmpty()) {
            RateLimitHeaders.remember(request, usage);
        }
        usage.requireAllowed();
    }
}

package dev.corridor.http.edge.route;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The one filter that checks requests. It does all checks in the order of {@link RequestCheck}, on the event loop as far as none has to wait. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Checks implements Ordered {

    private final List<Check> checks;

    Checks(List<Check> checks) {
        this.checks = checks.stream().sorted(Comparator.comparing(Check::first)).toList();
    }

    /** After what works around all checks. */
    @Override
    public int getOrder() {
        return RequestCheck.AROUND + 1;
    }

    @RequestFilter
    CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        return checkFrom(0, request);
    }

    private CompletionStage<Optional<HttpResponse<?>>> checkFrom(int first, HttpRequest<?> request) {
        for (int i = first; i < checks.size(); i++) {
            var checked = checks.get(i).check(request).toCompletableFuture();
            if (!checked.isDone()) {
                int next = i + 1;
                return checked.thenCompose(refusal -> refusal.isPresent() ? checked : checkFrom(next, request));
            }
            if (checked.isCompletedExceptionally() || checked.join().isPresent()) {
                return checked;
            }
        }
        return Check.PASSED;
    }
}

package dev.corridor.http.access;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.http.edge.dialect.Dialects;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Moves checks that may block off the event loop. A check's result is a response if it refuses the request, and empty if the request may proceed. */
@Singleton
public final class BlockingChecks {

    private final ExecutorService blocking;
    private final Dialects dialects;

    BlockingChecks(@Named(TaskExecutors.BLOCKING) ExecutorService blocking, Dialects dialects) {
        this.blocking = blocking;
        this.dialects = dialects;
    }

    /** Runs the check on another thread; the request proceeds unless it throws. */
    public CompletionStage<Optional<HttpResponse<?>>> elsewhere(Runnable check) {
        var context = PropagatedContext.getOrEmpty();
        return CompletableFuture.runAsync(check, task -> blocking.execute(context.wrap(task))).thenApply(done -> Optional.empty());
    }

    /**
     * Responds directly if a check on the event loop refuses, as it does for unknown keys and exceeded limits. The framework's search for
     * an exception handler would take as long as the check.
     */
    public CompletionStage<Optional<HttpResponse<?>>> answering(HttpRequest<?> request, Supplier<CompletionStage<Optional<HttpResponse<?>>>> check) {
        try {
            return check.get();
        } catch (BusinessException refusal) {
            return CompletableFuture.completedFuture(Optional.of(dialects.refuse(refusal.error(), request).toResponse()));
        }
    }
}

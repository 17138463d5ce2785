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

/**
 * Takes what may have to wait off the thread that reads the network, which nobody may keep. A check comes to an answer if the request
 * is refused, and to none as soon as it may go on.
 */
@Singleton
final class BlockingChecks {

    private static final CompletionStage<Optional<HttpResponse<?>>> GO_ON = CompletableFuture.completedFuture(Optional.empty());

    private final ExecutorService blocking;
    private final Dialects dialects;

    BlockingChecks(@Named(TaskExecutors.BLOCKING) ExecutorService blocking, Dialects dialects) {
        this.blocking = blocking;
        this.dialects = dialects;
    }

    /** The request goes on when the check is done, unless it throws. */
    CompletionStage<Optional<HttpResponse<?>>> elsewhere(Runnable check) {
        var context = PropagatedContext.getOrEmpty();
        return CompletableFuture.runAsync(check, task -> blocking.execute(context.wrap(task))).thenApply(done -> Optional.empty());
    }

    static CompletionStage<Optional<HttpResponse<?>>> goOn() {
        return GO_ON;
    }

    /**
     * Answers what the check refuses at once, as it does to strangers and to whoever asks too often. What is refused elsewhere is left to the
     * framework, whose search for the way into the error pipe takes as long as the check.
     */
    CompletionStage<Optional<HttpResponse<?>>> answering(HttpRequest<?> request, Supplier<CompletionStage<Optional<HttpResponse<?>>>> check) {
        try {
            return check.get();
        } catch (BusinessException refusal) {
            return CompletableFuture.completedFuture(Optional.of(dialects.refuse(refusal.error(), request).toResponse()));
        }
    }
}

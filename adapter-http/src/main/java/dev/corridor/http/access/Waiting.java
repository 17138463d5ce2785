package dev.corridor.http.access;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/** Takes what may have to wait off the thread that reads the network, which nobody may keep. */
@Singleton
final class Waiting {

    private final ExecutorService blocking;

    Waiting(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = blocking;
    }

    /** The request goes on when the check is done, unless it throws. */
    CompletionStage<HttpRequest<?>> elsewhere(HttpRequest<?> request, Runnable check) {
        var context = PropagatedContext.getOrEmpty();
        return CompletableFuture.runAsync(check, task -> blocking.execute(context.wrap(task))).thenApply(done -> request);
    }

    static CompletionStage<HttpRequest<?>> atOnce(HttpRequest<?> request) {
        return CompletableFuture.completedFuture(request);
    }
}

package dev.corridor.http.edge.route;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A check of each request before its body is read and its use case runs. */
public interface Check {

    CompletionStage<Optional<HttpResponse<?>>> PASSED = CompletableFuture.completedFuture(Optional.empty());

    /** The first of what it checks, which decides when it is done. */
    RequestCheck first();

    /** Refuses by an exception, or by the response that refuses. Must not block: what has to wait answers later. */
    CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request);
}

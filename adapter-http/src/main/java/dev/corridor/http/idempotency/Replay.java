package dev.corridor.http.idempotency;

import dev.corridor.application.idempotency.AnsweredBefore;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a request as it was answered before, byte for byte. The request id in a refusal's body is that of the first attempt. */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
final class Replay implements ExceptionHandler<AnsweredBefore, HttpResponse<?>> {

    private static final String HEADER = "Idempotent-Replayed";

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, AnsweredBefore before) {
        return StoredAnswer.parse(before.remembered().answer()).answer().toResponse().header(HEADER, "true");
    }
}

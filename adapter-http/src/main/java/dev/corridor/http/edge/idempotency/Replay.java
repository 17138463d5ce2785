package dev.corridor.http.edge.idempotency;

import dev.corridor.application.idempotency.AnsweredBefore;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/** Answers a request as it was answered before, byte for byte. The request id in a refusal's body is that of the first attempt. */
@Singleton
public final class Replay {

    private static final String HEADER = "Idempotent-Replayed";

    public HttpResponse<?> answer(AnsweredBefore before) {
        return StoredAnswer.parse(before.remembered().answer()).answer().toResponse().header(HEADER, "true");
    }
}

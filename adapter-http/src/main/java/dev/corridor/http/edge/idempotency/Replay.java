package dev.corridor.http.edge.idempotency;

import dev.corridor.application.idempotency.AnsweredBefore;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/** Replays a stored response byte for byte. A refusal's body contains the request id of the first attempt. */
@Singleton
public final class Replay {

    private static final String HEADER = "Idempotent-Replayed";

    public HttpResponse<?> answer(AnsweredBefore before) {
        return StoredAnswer.parse(before.remembered().answer()).answer().toResponse().header(HEADER, "true");
    }
}

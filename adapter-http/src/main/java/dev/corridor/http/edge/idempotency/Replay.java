package dev.corridor.http.edge.idempotency;

import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.http.edge.dialect.Answer;
import dev.corridor.http.edge.request.AboutTransaction;
import dev.corridor.http.edge.request.RequestJournal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Replays a stored response byte for byte. A refusal's body contains the request id of the first attempt. */
@Singleton
public final class Replay {

    private final JsonMapper json;
    private final ReplayMeter meter;

    Replay(JsonMapper json, ReplayMeter meter) {
        this.json = json;
        this.meter = meter;
    }

    @Serdeable
    record Replayed(@Nullable String transactionId) implements AboutTransaction {}

    public HttpResponse<?> answer(HttpRequest<?> request, AnsweredBefore before) {
        var answer = StoredAnswer.parse(before.remembered().answer()).answer();
        transactionOf(answer).ifPresent(transaction -> transaction.keepFor(request));
        meter.replayed();
        return answer.toResponse().header(RequestJournal.REPLAYED_HEADER, "true");
    }

    private Optional<Replayed> transactionOf(Answer answer) {
        if (answer.status() != HttpStatus.OK.getCode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(answer.body(), Argument.of(Replayed.class))).filter(replayed -> replayed.transactionId != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

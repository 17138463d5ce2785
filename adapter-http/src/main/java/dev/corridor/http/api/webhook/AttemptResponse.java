package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * One request to an endpoint, and what came of it.
 *
 * @param status of the answer; absent if there was none
 * @param latencyMillis from the beginning of the request, with the look-up of the name, to the end of the answer
 * @param answer the first KiB of the answer's body, or what prevented an answer
 * @param nextAttemptAt when the message is sent again; absent if it is delivered or given up
 */
@Serdeable
record AttemptResponse(
        @Literal("webhook_attempt") String object,
        @Spells(AttemptId.class) String attemptId,
        @Spells(MessageId.class) String messageId,
        @Spells(EventType.class) String eventType,
        @Spells(AttemptOutcome.class) String outcome,
        @Nullable Integer status,
        long latencyMillis,
        String answer,
        @Spells(Instant.class) String attemptedAt,
        @Nullable @Spells(Instant.class) String nextAttemptAt) {

    static AttemptResponse of(Attempt attempt) {
        return new AttemptResponse(
                "webhook_attempt",
                attempt.id().toString(),
                attempt.message().toString(),
                attempt.type().toString(),
                attempt.outcome().name(),
                attempt.status().isPresent() ? attempt.status().getAsInt() : null,
                attempt.latency().toMillis(),
                attempt.answer(),
                Timestamp.format(attempt.attemptedAt()),
                attempt.nextAttemptAt().map(Timestamp::format).orElse(null));
    }

    /** The answer is the customer's. */
    @Override
    public String toString() {
        return "AttemptResponse[" + attemptId + "]";
    }
}

package dev.corridor.http.api.journal;

import dev.corridor.domain.error.Outcome;
import dev.corridor.domain.journal.RequestRecord;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.request.RequestId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A request of the journal.
 *
 * @param caller the id of the key or the user; of a broker's, {@code key_... of org_...}
 * @param route with its variables in braces; null if there was no such route
 * @param status of the answer
 * @param code of a refusal; null if there was none
 * @param outcome what became of the request's effect, if it was refused: not_applied, applied or unknown
 * @param durationMillis from its arrival to its answer
 * @param answeredAt when it was answered
 */
@Serdeable
record RequestRecordResponse(
        @Literal("request") String object,
        @Spells(RequestId.class) String requestId,
        String caller,
        String method,
        @Nullable String route,
        int status,
        @Nullable @Spells(ErrorCode.class) String code,
        @Nullable @Spells(Outcome.class) String outcome,
        long durationMillis,
        @Spells(Instant.class) String answeredAt) {

    static RequestRecordResponse of(RequestRecord request) {
        return new RequestRecordResponse(
                "request",
                request.id().toString(),
                request.caller(),
                request.method(),
                request.route().isEmpty() ? null : request.route(),
                request.status(),
                request.code().orElse(null),
                request.outcome().orElse(null),
                request.duration().toMillis(),
                Timestamp.format(request.at()));
    }
}

package dev.corridor.http.api.operator;

import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.TokenName;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Who is asking.
 *
 * @param program the name of its token; null for a person who has logged in
 */
@Serdeable
record OperatorSessionResponse(@Literal("operator_session") String object, String operator, @Nullable String program, String expiresAt) {

    static OperatorSessionResponse of(OperatorSession session) {
        return new OperatorSessionResponse(
                "operator_session",
                session.operator().value(),
                session.program().map(TokenName::value).orElse(null),
                Timestamp.format(session.expiresAt()));
    }
}

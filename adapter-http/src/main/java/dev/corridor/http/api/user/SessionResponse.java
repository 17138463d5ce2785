package dev.corridor.http.api.user;

import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A session of a user.
 *
 * @param address of the client that logged in
 * @param refreshedAt when its last access token was issued
 * @param expiresAt when its refresh token expires
 * @param endedAt absent unless it was ended
 */
@Serdeable
record SessionResponse(
        @Literal("session") String object,
        @Spells(SessionId.class) String sessionId,
        String address,
        @Spells(Instant.class) String startedAt,
        @Spells(Instant.class) String refreshedAt,
        @Spells(Instant.class) String expiresAt,
        @Nullable @Spells(Instant.class) String endedAt) {

    static SessionResponse of(Session session) {
        return new SessionResponse(
                "session",
                session.id().toString(),
                session.address(),
                Timestamp.format(session.startedAt()),
                Timestamp.format(session.refreshedAt()),
                Timestamp.format(session.expiresAt()),
                session.endedAt().map(Timestamp::format).orElse(null));
    }
}

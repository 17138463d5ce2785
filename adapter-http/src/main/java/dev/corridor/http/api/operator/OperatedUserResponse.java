package dev.corridor.http.api.operator;

import dev.corridor.domain.user.User;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** A user to whom something was done, or who is locked out. */
@Serdeable
record OperatedUserResponse(@Literal("user") String object, String userId, String organizationId, @Nullable String lockedUntil) {

    static OperatedUserResponse of(User user) {
        return new OperatedUserResponse(
                "user",
                user.id().toString(),
                user.organization().toString(),
                user.lockout().lockedUntil().map(Timestamp::format).orElse(null));
    }
}

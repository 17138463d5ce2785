package dev.corridor.http.api.user;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.User;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

@Serdeable
record UserResponse(@Literal("user") String object, @Spells(UserId.class) String id, String email,
        @Spells(OrganizationId.class) String organizationId, @Spells(Instant.class) String createdAt) {

    static UserResponse of(User user) {
        return new UserResponse(
                "user",
                user.id().toString(),
                user.email().value(),
                user.organization().toString(),
                Timestamp.format(user.createdAt()));
    }
}

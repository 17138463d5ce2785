package dev.corridor.http.api.user;

import dev.corridor.domain.user.User;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record UserResponse(String object, String id, String email, String organizationId, String createdAt) {

    static UserResponse of(User user) {
        return new UserResponse(
                "user",
                user.id().toString(),
                user.email().value(),
                user.organization().toString(),
                Timestamp.format(user.createdAt()));
    }
}

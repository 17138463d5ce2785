package dev.corridor.http.api.user;

import dev.corridor.application.user.LogIn;
import dev.corridor.domain.user.SessionId;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record LoginResponse(String accessToken, String refreshToken, @Spells(SessionId.class) String sessionId, UserResponse user) {

    static LoginResponse of(LogIn.Result login) {
        return new LoginResponse(login.accessToken(), login.refreshToken(), login.session().toString(), UserResponse.of(login.user()));
    }

    @Override
    public String toString() {
        return "LoginResponse[" + user.id() + "]";
    }
}

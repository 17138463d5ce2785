package dev.corridor.http.api.user;

import dev.corridor.application.user.LogIn;
import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record LoginResponse(String accessToken, String refreshToken, String sessionId, UserResponse user) {

    static LoginResponse of(LogIn.Result login) {
        return new LoginResponse(login.accessToken(), login.refreshToken(), login.session().toString(), UserResponse.of(login.user()));
    }

    @Override
    public String toString() {
        return "LoginResponse[" + user.id() + "]";
    }
}

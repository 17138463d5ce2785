package dev.corridor.http.api.user;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record LogoutResponse(boolean loggedOut) {

    static final LogoutResponse DONE = new LogoutResponse(true);
}

package dev.corridor.http.api.user;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record AccessTokenResponse(String accessToken) {

    @Override
    public String toString() {
        return "AccessTokenResponse[…]";
    }
}

package dev.corridor.client.model;

import java.util.Optional;

/** @param refreshToken the next one, where refresh tokens are used once; absent where the present one stays good */
public record AccessToken(String accessToken, Optional<String> refreshToken) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "AccessToken[confidential]";
    }
}

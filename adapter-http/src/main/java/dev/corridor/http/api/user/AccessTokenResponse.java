package dev.corridor.http.api.user;

import dev.corridor.application.user.RefreshAccess;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** @param refreshToken the next one, where refresh tokens are used once; absent where the present one stays good */
@Serdeable
record AccessTokenResponse(String accessToken, @Nullable String refreshToken) {

    static AccessTokenResponse of(RefreshAccess.Result refreshed) {
        return new AccessTokenResponse(refreshed.accessToken(), refreshed.refreshToken().orElse(null));
    }

    @Override
    public String toString() {
        return "AccessTokenResponse[…]";
    }
}

package dev.corridor.http.api.user;

import dev.corridor.http.edge.body.JsonRequest;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** @param refreshToken to revoke as well; stays valid if absent */
@Introspected
record LogoutRequest(@Nullable String refreshToken) implements JsonRequest {

    @Override
    public String toString() {
        return "LogoutRequest[…]";
    }
}

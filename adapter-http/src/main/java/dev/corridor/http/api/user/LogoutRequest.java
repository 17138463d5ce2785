package dev.corridor.http.api.user;

import dev.corridor.http.edge.body.JsonRequest;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** @param refreshToken the one that is to stop working too; it stays good if it is absent */
@Introspected
record LogoutRequest(@Nullable String refreshToken) implements JsonRequest {

    @Override
    public String toString() {
        return "LogoutRequest[…]";
    }
}

package dev.corridor.http.api.user;

import dev.corridor.http.edge.body.JsonRequest;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** @param refreshToken of another session to end as well; the session of the request ends with all of its tokens anyway */
@Introspected
record LogoutRequest(@Nullable String refreshToken) implements JsonRequest {

    @Override
    public String toString() {
        return "LogoutRequest[…]";
    }
}

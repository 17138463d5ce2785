package dev.corridor.http.user;

import dev.corridor.http.body.JsonRequest;
import dev.corridor.http.validation.Required;
import io.micronaut.core.annotation.Introspected;

@Introspected
record RefreshRequest(@Required String refreshToken) implements JsonRequest {

    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}

package dev.corridor.http.api.user;

import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;

@Introspected
record RefreshRequest(@Required String refreshToken) implements JsonRequest {

    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}

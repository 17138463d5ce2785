package dev.corridor.http.api.user;

import dev.corridor.application.user.LogIn;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Password;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Email;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** @param rememberMe true to stay logged in for 30 days instead of 24 hours */
@Introspected
record LoginRequest(@Required @Is(Email.class) String email, @Required String password, @Nullable Boolean rememberMe) implements JsonRequest {

    LogIn.Command toCommand(Origin origin) {
        return new LogIn.Command(EmailAddress.of(email), new Password(password), rememberMe != null && rememberMe, origin);
    }

    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}

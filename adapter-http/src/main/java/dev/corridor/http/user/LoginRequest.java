package dev.corridor.http.user;

import dev.corridor.application.user.LogIn;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Password;
import dev.corridor.http.body.JsonRequest;
import dev.corridor.http.validation.Email;
import dev.corridor.http.validation.Required;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** @param rememberMe true to stay logged in for 30 days instead of 24 hours */
@Introspected
record LoginRequest(@Required @Email String email, @Required String password, @Nullable Boolean rememberMe) implements JsonRequest {

    LogIn.Command toCommand(Origin origin) {
        return new LogIn.Command(EmailAddress.of(email), new Password(password), rememberMe != null && rememberMe, origin);
    }

    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}

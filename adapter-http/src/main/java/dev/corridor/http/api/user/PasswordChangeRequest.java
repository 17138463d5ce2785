package dev.corridor.http.api.user;

import dev.corridor.application.user.ChangePassword;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.Password;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * A change of the password.
 *
 * @param newPassword 8 to 128 characters, among them an uppercase letter, a lowercase letter, a number and a special character
 * @param rememberMe true to stay logged in for 30 days instead of 24 hours
 */
@Introspected
record PasswordChangeRequest(@Required String currentPassword, @Required String newPassword, @Nullable Boolean rememberMe) implements JsonRequest {

    private static final String FIELD = "newPassword";

    ChangePassword.Command toCommand(Caller caller, Origin origin) {
        return new ChangePassword.Command(
                caller, new Password(currentPassword), newPassword, FIELD, rememberMe != null && rememberMe, origin);
    }

    @Override
    public String toString() {
        return "PasswordChangeRequest[…]";
    }
}

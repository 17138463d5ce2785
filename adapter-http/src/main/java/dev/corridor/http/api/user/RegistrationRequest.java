package dev.corridor.http.api.user;

import dev.corridor.application.user.RegisterUser;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Email;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * The registration of a user.
 *
 * @param password 8 to 128 characters, among them an uppercase letter, a lowercase letter, a number and a special character
 * @param organizationName the domain of the e-mail address if absent
 */
@Introspected
record RegistrationRequest(@Required @Is(Email.class) String email, @Required String password, @Nullable @Text(max = 200) String organizationName)
        implements JsonRequest {

    RegisterUser.Command toCommand(Origin origin) {
        var address = EmailAddress.of(email);
        var name = organizationName == null ? address.domain() : organizationName;
        return new RegisterUser.Command(address, password, name, origin);
    }

    @Override
    public String toString() {
        return "RegistrationRequest[…]";
    }
}

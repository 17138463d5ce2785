package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.EmailTaken;

/**
 * Registers a user with an organization and primary account, atomically and without an API key. {@code forbidden} if registration is
 * closed, {@code validation_error} for a weak password. After a lost response, a repeat finds the e-mail address taken and the user can log
 * in.
 */
public interface RegisterUser {

    @Refuses({Forbidden.class, ValidationError.class, EmailTaken.class, ServiceUnavailable.class})
    Result register(Command command);

    /** @param password unvalidated */
    record Command(EmailAddress email, String password, String organizationName, Origin origin) {

        @Override
        public String toString() {
            return "Command[" + email + "]";
        }
    }

    record Result(User user, Organization organization, Account primaryAccount) {}
}

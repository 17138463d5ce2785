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
 * Registers a person, with an organization of their own and its primary account: all three at once, or none. There is no key yet, the user makes
 * it. Where registration is closed it is {@code forbidden}; a password that is too weak is a {@code validation_error}. Asked twice, it finds the
 * e-mail address taken: so whoever has not heard the first answer can log in instead.
 */
public interface RegisterUser {

    @Refuses({Forbidden.class, ValidationError.class, EmailTaken.class, ServiceUnavailable.class})
    Result register(Command command);

    /** @param password unchecked */
    record Command(EmailAddress email, String password, String organizationName, Origin origin) {

        @Override
        public String toString() {
            return "Command[" + email + "]";
        }
    }

    record Result(User user, Organization organization, Account primaryAccount) {}
}

package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.EmailTaken;

/**
 * Adds a user to the caller's organization, which exists already. A user may do everything in it. {@code validation_error} for a weak password. A
 * repeat finds the e-mail address taken.
 */
public interface AddUser {

    @Refuses({ValidationError.class, EmailTaken.class, ServiceUnavailable.class})
    User add(Command command);

    /** @param password unvalidated */
    record Command(Caller caller, EmailAddress email, String password, Origin origin) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Command[" + email + "]";
        }
    }
}

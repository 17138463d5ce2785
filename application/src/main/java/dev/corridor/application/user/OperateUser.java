package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.User;
import java.util.Optional;

/** Operator only: what a user cannot do without a login, or must not do alone. Each may be repeated. */
public interface OperateUser {

    /** Empty if no user has the e-mail address. */
    @Refuses({})
    Optional<User> operate(Command command);

    record Command(Operator by, EmailAddress email, Act act, Origin origin) {}

    enum Act {
        /** Ends the lock after too many wrong passwords. */
        UNLOCK,
        /** Ends all sessions, on all nodes within a second. */
        END_SESSIONS
    }
}

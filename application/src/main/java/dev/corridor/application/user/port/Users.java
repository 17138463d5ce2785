package dev.corridor.application.user.port;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The people who log in. */
public interface Users {

    Optional<User> find(EmailAddress email);

    Optional<User> find(UserId id);

    /** Enters a user with all that comes with them, at once; false, and nothing is entered, if somebody has the e-mail address already. */
    boolean register(Registration registration);

    /**
     * Changes a user, whom the change sees locked, so that of many changes at a time, on whatever node, each sees what the one before has left.
     * What it answers is kept with its records, at once; if it throws, nothing is.
     *
     * @throws IllegalStateException if there is no such user
     */
    void change(UserId id, Function<User, Change> change);

    record Registration(User user, Organization organization, Account primaryAccount, List<AuditRecord> records) {}

    record Change(User user, List<AuditRecord> records) {}
}

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

/** The store of users. */
public interface Users {

    Optional<User> find(EmailAddress email);

    Optional<User> find(UserId id);

    /** Stores a user, organization, account and audit records atomically; false without effect if the e-mail address is taken. */
    boolean register(Registration registration);

    /**
     * Changes a user under a row lock, so concurrent changes are serialized across nodes. The result and its audit records commit
     * atomically; if the change throws, nothing is kept.
     *
     * @throws IllegalStateException if there is no such user
     */
    void change(UserId id, Function<User, Change> change);

    record Registration(User user, Organization organization, Account primaryAccount, List<AuditRecord> records) {}

    record Change(User user, List<AuditRecord> records) {}
}

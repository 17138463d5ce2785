package dev.corridor.application.user.port;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserSessions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The store of users. */
public interface Users {

    Optional<User> find(EmailAddress email);

    Optional<User> find(UserId id);

    /** Stores a user, organization, account and audit records atomically; false without effect if the e-mail address is taken. */
    boolean register(Registration registration);

    /** Stores a user of an organization that exists, with the audit records; false without effect if the e-mail address is taken. */
    boolean add(User user, List<AuditRecord> records);

    /**
     * Changes a user and their sessions under a row lock, so concurrent changes are serialized across nodes. All of the change commits
     * atomically; if it throws, nothing is kept. Every node knows of ended sessions within a second, this one at once.
     *
     * @throws IllegalStateException if there is no such user
     */
    <R> R change(UserId id, Function<UserSessions, Change<R>> change);

    record Registration(User user, Organization organization, Account primaryAccount, List<AuditRecord> records) {}

    /**
     * @param user as it is from now on
     * @param sessions that were started, refreshed or ended
     */
    record Change<R>(R result, User user, List<Session> sessions, List<AuditRecord> records) {}
}

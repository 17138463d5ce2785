package dev.corridor.domain.user;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;

/** A person who logs in. Users own their organization and have full access to it. */
public record User(
        UserId id, OrganizationId organization, EmailAddress email, PasswordHash password, Lockout lockout, Instant createdAt) {

    public static User register(UserId id, OrganizationId organization, EmailAddress email, PasswordHash password, Instant now) {
        return new User(id, organization, email, password, Lockout.NONE, now);
    }

    /** With another password; a lock ends. */
    public User withPassword(PasswordHash password) {
        return new User(id, organization, email, password, Lockout.NONE, createdAt);
    }

    /** Ends a lock before its time. */
    public User unlock() {
        return withPassword(password);
    }

    /** Resets the lockout after a successful login, or counts the failure. */
    public User afterLogin(boolean passwordIsRight, Instant now) {
        var next = passwordIsRight ? Lockout.NONE : lockout.afterFailure(now);
        return new User(id, organization, email, password, next, createdAt);
    }
}

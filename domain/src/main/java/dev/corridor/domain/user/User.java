package dev.corridor.domain.user;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;

/** A person who logs in. They own their organization: they may do in it whatever can be done there. */
public record User(
        UserId id, OrganizationId organization, EmailAddress email, PasswordHash password, Lockout lockout, Instant createdAt) {

    public static User register(UserId id, OrganizationId organization, EmailAddress email, PasswordHash password, Instant now) {
        return new User(id, organization, email, password, Lockout.NONE, now);
    }

    /** As a login leaves them: with a clean slate, or with one wrong password more. */
    public User afterLogin(boolean passwordIsRight, Instant now) {
        var next = passwordIsRight ? Lockout.NONE : lockout.afterFailure(now);
        return new User(id, organization, email, password, next, createdAt);
    }
}

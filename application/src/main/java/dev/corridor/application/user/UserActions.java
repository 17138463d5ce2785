package dev.corridor.application.user;

import dev.corridor.domain.audit.AuditAction;

/** The audit actions of users. */
final class UserActions {

    static final AuditAction REGISTERED = new AuditAction("user.registered");
    static final AuditAction LOGGED_IN = new AuditAction("user.logged_in");
    static final AuditAction LOGIN_FAILED = new AuditAction("user.login_failed");
    static final AuditAction LOCKED = new AuditAction("user.locked");
    static final AuditAction LOGGED_OUT = new AuditAction("user.logged_out");

    private UserActions() {}
}

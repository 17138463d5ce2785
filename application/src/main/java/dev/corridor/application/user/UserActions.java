package dev.corridor.application.user;

import dev.corridor.domain.audit.AuditAction;

/** The audit actions of users. */
final class UserActions {

    static final AuditAction REGISTERED = new AuditAction("user.registered");
    static final AuditAction ADDED = new AuditAction("user.added");
    static final AuditAction LOGGED_IN = new AuditAction("user.logged_in");
    static final AuditAction LOGIN_FAILED = new AuditAction("user.login_failed");
    static final AuditAction LOCKED = new AuditAction("user.locked");
    static final AuditAction UNLOCKED = new AuditAction("user.unlocked");
    static final AuditAction LOGGED_OUT = new AuditAction("user.logged_out");
    static final AuditAction PASSWORD_CHANGED = new AuditAction("user.password_changed");
    static final AuditAction SESSION_ENDED = new AuditAction("user.session_ended");
    static final AuditAction SESSIONS_ENDED = new AuditAction("user.sessions_ended");
    static final AuditAction REFRESH_TOKEN_REUSED = new AuditAction("user.refresh_token_reused");

    private UserActions() {}
}

package dev.corridor.application.operator;

import dev.corridor.domain.audit.AuditAction;

/** The audit actions of operators' logins. */
final class OperatorActions {

    static final AuditAction INVITED = new AuditAction("operator.invited");
    static final AuditAction INVITED_AGAIN = new AuditAction("operator.invited_again");
    static final AuditAction ENABLED = new AuditAction("operator.enabled");
    static final AuditAction DISABLED = new AuditAction("operator.disabled");
    static final AuditAction ENROLLED = new AuditAction("operator.enrolled");
    static final AuditAction LOGGED_IN = new AuditAction("operator.logged_in");
    static final AuditAction LOGIN_FAILED = new AuditAction("operator.login_failed");
    static final AuditAction LOCKED = new AuditAction("operator.locked");
    static final AuditAction LOGGED_OUT = new AuditAction("operator.logged_out");
    static final AuditAction TOKEN_ISSUED = new AuditAction("operator.token_issued");
    static final AuditAction TOKEN_ENDED = new AuditAction("operator.token_ended");

    private OperatorActions() {}
}

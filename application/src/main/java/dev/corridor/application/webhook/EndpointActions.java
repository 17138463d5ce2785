package dev.corridor.application.webhook;

import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.EventType;
import java.util.Map;
import java.util.stream.Collectors;

/** The audit actions on endpoints. */
final class EndpointActions {

    static final AuditAction CREATED = new AuditAction("webhook_endpoint.created");
    static final AuditAction CHANGED = new AuditAction("webhook_endpoint.changed");
    static final AuditAction ROTATED = new AuditAction("webhook_endpoint.rotated");
    static final AuditAction DELETED = new AuditAction("webhook_endpoint.deleted");
    static final AuditAction DISABLED = new AuditAction("webhook_endpoint.disabled");
    static final AuditAction TESTED = new AuditAction("webhook_endpoint.tested");
    static final AuditAction RESENT = new AuditAction("webhook_endpoint.resent");
    static final AuditAction REPLAYED = new AuditAction("webhook_endpoint.replayed");

    private EndpointActions() {}

    /** The terms as audit details, without what the URL may hold beyond its host. */
    static Map<String, String> details(EndpointTerms terms) {
        return Map.of(
                "host", terms.url().uri().getHost(),
                "eventTypes", terms.eventTypes().stream().map(EventType::toString).collect(Collectors.joining(" ")),
                "disabled", Boolean.toString(terms.disabled()));
    }
}

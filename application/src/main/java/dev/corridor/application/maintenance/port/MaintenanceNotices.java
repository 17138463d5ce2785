package dev.corridor.application.maintenance.port;

import dev.corridor.domain.audit.AuditRecord;

/** The maintenance notice shared by all nodes. Always present, also when there is no maintenance. */
public interface MaintenanceNotices {

    Maintenance read();

    /** Replaces the notice with the audit record, and notifies every node. */
    void post(Maintenance notice, AuditRecord record);
}

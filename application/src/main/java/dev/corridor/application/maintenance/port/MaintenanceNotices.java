package dev.corridor.application.maintenance.port;

import java.time.Instant;

/** The maintenance notice shared by all nodes. Always present, also when there is no maintenance. */
public interface MaintenanceNotices {

    Maintenance read();

    /** Replaces the notice and notifies every node. */
    void post(Maintenance notice, Instant at);
}

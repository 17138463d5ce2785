package dev.corridor.application.maintenance.port;

import java.time.Instant;

/** The notice that is read on every node. There is always one, which says that there is maintenance or that there is none. */
public interface MaintenanceNotices {

    Maintenance read();

    /** Puts it in the place of the one before, and lets every node know. */
    void post(Maintenance notice, Instant at);
}

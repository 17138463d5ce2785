package dev.corridor.application.maintenance.port;

/** Is notified of a changed notice. */
public interface MaintenanceListener {

    /** May be called with an unchanged notice. Must not block. */
    void hear(Maintenance notice);
}

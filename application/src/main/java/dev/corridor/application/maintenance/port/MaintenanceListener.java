package dev.corridor.application.maintenance.port;

/** Wants to know the notice as soon as it is another one. */
public interface MaintenanceListener {

    /** May be told again what it knows already. Must not wait. */
    void hear(Maintenance notice);
}

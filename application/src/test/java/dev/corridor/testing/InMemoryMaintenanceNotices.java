package dev.corridor.testing;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.maintenance.port.MaintenanceListener;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A notice that nobody else sees. */
public final class InMemoryMaintenanceNotices implements MaintenanceNotices {

    private final List<MaintenanceListener> listeners = new ArrayList<>();
    private Maintenance notice = Maintenance.NONE;

    public void letKnow(MaintenanceListener listener) {
        listeners.add(listener);
    }

    @Override
    public Maintenance read() {
        return notice;
    }

    @Override
    public void post(Maintenance notice, Instant at) {
        this.notice = notice;
        listeners.forEach(listener -> listener.hear(notice));
    }
}

package dev.corridor.memory;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.maintenance.port.MaintenanceListener;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.domain.audit.AuditRecord;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A maintenance notice within one process. */
public final class InMemoryMaintenanceNotices implements MaintenanceNotices {

    private final List<MaintenanceListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Maintenance notice = Maintenance.NONE;

    public void letKnow(MaintenanceListener listener) {
        listeners.add(listener);
    }

    @Override
    public Maintenance read() {
        return notice;
    }

    @Override
    public void post(Maintenance notice, AuditRecord record) {
        this.notice = notice;
        listeners.forEach(listener -> listener.hear(notice));
    }
}

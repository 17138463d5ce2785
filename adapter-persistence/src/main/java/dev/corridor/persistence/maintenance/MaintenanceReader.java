package dev.corridor.persistence.maintenance;

import dev.corridor.application.maintenance.port.MaintenanceListener;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.SessionId;
import dev.corridor.persistence.access.AccessChangeListener;
import dev.corridor.persistence.access.InvalidatedCache;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jdbi.v3.core.JdbiException;

/** Re-reads the maintenance notice when an {@link AccessChangeListener} reports a change or missed notifications. */
public final class MaintenanceReader implements InvalidatedCache {

    private static final Logger LOG = System.getLogger(MaintenanceReader.class.getName());

    private final MaintenanceNotices notices;
    private final MaintenanceListener listener;

    /** Used by the listener's thread only. */
    private boolean outOfDate;

    public MaintenanceReader(MaintenanceNotices notices, MaintenanceListener listener) {
        this.notices = notices;
        this.listener = listener;
    }

    @Override
    public void forget(OrganizationId organization) {}

    @Override
    public void forget(SessionId session) {}

    @Override
    public void maintenanceSwitched() {
        outOfDate = true;
    }

    @Override
    public void forgetAll() {
        outOfDate = true;
    }

    /** Called several times a second, so a failed read is repeated. */
    @Override
    public void heardAllUntil(long moment) {
        if (outOfDate) {
            try {
                listener.hear(notices.read());
                outOfDate = false;
            } catch (JdbiException e) {
                LOG.log(Level.WARNING, "The notice of maintenance cannot be read: {0}", e.getMessage());
            }
        }
    }
}

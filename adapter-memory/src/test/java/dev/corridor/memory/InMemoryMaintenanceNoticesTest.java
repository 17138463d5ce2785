package dev.corridor.memory;

import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.testing.MaintenanceNoticesContract;

class InMemoryMaintenanceNoticesTest extends MaintenanceNoticesContract {

    @Override
    protected MaintenanceNotices fresh() {
        return new InMemoryMaintenanceNotices();
    }
}

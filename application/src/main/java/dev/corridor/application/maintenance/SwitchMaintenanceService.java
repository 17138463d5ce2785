package dev.corridor.application.maintenance;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import java.time.InstantSource;

public final class SwitchMaintenanceService implements SwitchMaintenance {

    private final MaintenanceNotices notices;
    private final InstantSource clock;

    public SwitchMaintenanceService(MaintenanceNotices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void switchTo(Command command) {
        notices.post(new Maintenance(command.retryAfter()), clock.instant());
    }
}

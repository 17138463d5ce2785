package dev.corridor.service.wiring;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.maintenance.MaintenanceService;
import dev.corridor.application.maintenance.SwitchMaintenance;
import dev.corridor.application.maintenance.SwitchMaintenanceService;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.persistence.maintenance.PostgresMaintenanceNotices;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Maintenance: its port and use cases. */
@Factory
final class MaintenanceFactory {

    @Singleton
    MaintenanceNotices maintenanceNotices(@Named(DatabaseFactory.ACCESS) DataSource dataSource) {
        return new PostgresMaintenanceNotices(dataSource);
    }

    /** Read before the server starts, so a node that starts under maintenance refuses requests at once. */
    @Singleton
    MaintenanceService maintenance(Settings settings, MaintenanceNotices notices) {
        return new MaintenanceService(settings.maintenance(), notices.read());
    }

    @Singleton
    SwitchMaintenance switchMaintenance(MaintenanceNotices notices, AuditLog audit, InstantSource clock) {
        return new SwitchMaintenanceService(notices, audit, clock);
    }
}

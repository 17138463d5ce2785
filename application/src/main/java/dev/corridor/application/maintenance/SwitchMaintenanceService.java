package dev.corridor.application.maintenance;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

public final class SwitchMaintenanceService implements SwitchMaintenance {

    private static final AuditAction SWITCHED = new AuditAction("maintenance.switched");

    private final MaintenanceNotices notices;
    private final AuditLog audit;
    private final InstantSource clock;

    public SwitchMaintenanceService(MaintenanceNotices notices, AuditLog audit, InstantSource clock) {
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void switchTo(Command command) {
        var now = clock.instant();
        var details = Map.of("retryAfterSeconds", command.retryAfter().map(Duration::toSeconds).map(Object::toString).orElse(""));
        var record = audit.draw(Operator.HOUSE, command.by(), SWITCHED, Operator.HOUSE, details, command.origin(), now);
        notices.post(new Maintenance(command.retryAfter()), record);
    }
}

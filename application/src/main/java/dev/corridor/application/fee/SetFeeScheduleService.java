package dev.corridor.application.fee;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class SetFeeScheduleService implements SetFeeSchedule {

    private static final AuditAction SET = new AuditAction("fee_schedule.set");

    private final FeeSchedules schedules;
    private final Organizations organizations;
    private final AuditLog audit;
    private final InstantSource clock;

    public SetFeeScheduleService(FeeSchedules schedules, Organizations organizations, AuditLog audit, InstantSource clock) {
        this.schedules = schedules;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public FeeScheduleVersion set(Command command) {
        command.organization().filter(id -> organizations.find(id).isEmpty()).ifPresent(id -> {
            throw new BusinessException(new OrganizationNotFound(id));
        });
        var version = new FeeScheduleVersion(
                command.organization(), command.key(), command.schedule(), command.decidedBy(), clock.instant());
        schedules.add(version, Optional.of(record(command, version)));
        return version;
    }

    private AuditRecord record(Command command, FeeScheduleVersion version) {
        var organization = command.organization().orElse(Operator.HOUSE);
        var details = new HashMap<>(Map.of(
                "service", version.key().service().name(),
                "asset", version.key().asset().code(),
                "decidedBy", version.decidedBy()));
        version.schedule().ifPresent(schedule -> details.putAll(factsOf(schedule)));
        return audit.draw(organization, command.by(), SET, organization, Map.copyOf(details), command.origin(), version.decidedAt());
    }

    private static Map<String, String> factsOf(FeeSchedule schedule) {
        return Map.of("fixed", schedule.fixed().decimal(), "bps", Integer.toString(schedule.basisPoints()));
    }
}

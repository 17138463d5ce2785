package dev.corridor.service.wiring;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.fee.GetFeeSchedule;
import dev.corridor.application.fee.GetFeeScheduleService;
import dev.corridor.application.fee.ListFeeSchedules;
import dev.corridor.application.fee.ListFeeSchedulesService;
import dev.corridor.application.fee.ListFees;
import dev.corridor.application.fee.ListFeesService;
import dev.corridor.application.fee.SetFeeSchedule;
import dev.corridor.application.fee.SetFeeScheduleService;
import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.fee.PostgresFeeSchedules;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Fee schedules: their port and use cases. */
@Factory
final class FeeFactory {

    @Singleton
    FeeSchedules feeSchedules(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresFeeSchedules(dataSource, assets);
    }

    @Singleton
    GetFeeSchedule getFeeSchedule(FeeSchedules schedules) {
        return new GetFeeScheduleService(schedules);
    }

    @Singleton
    ListFees listFees(FeeSchedules schedules) {
        return new ListFeesService(schedules);
    }

    @Singleton
    ListFeeSchedules listFeeSchedules(FeeSchedules schedules) {
        return new ListFeeSchedulesService(schedules);
    }

    @Singleton
    SetFeeSchedule setFeeSchedule(FeeSchedules schedules, Organizations organizations, AuditLog audit, InstantSource clock) {
        return new SetFeeScheduleService(schedules, organizations, audit, clock);
    }
}

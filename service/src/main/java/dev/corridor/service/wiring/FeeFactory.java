package dev.corridor.service.wiring;

import dev.corridor.application.fee.GetFeeSchedule;
import dev.corridor.application.fee.GetFeeScheduleService;
import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.fee.PostgresFeeSchedules;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Fee schedules: their port and what reads them. */
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
}

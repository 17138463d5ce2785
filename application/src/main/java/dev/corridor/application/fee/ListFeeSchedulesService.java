package dev.corridor.application.fee;

import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.domain.fee.FeeScheduleVersion;
import java.util.List;

public final class ListFeeSchedulesService implements ListFeeSchedules {

    private final FeeSchedules schedules;

    public ListFeeSchedulesService(FeeSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public List<FeeScheduleVersion> list(Command command) {
        return schedules.newest(command.limit());
    }
}

package dev.corridor.application.fee;

import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.domain.fee.FeeSchedule;

public final class GetFeeScheduleService implements GetFeeSchedule {

    private final FeeSchedules schedules;

    public GetFeeScheduleService(FeeSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public FeeSchedule get(Command command) {
        return schedules.current(command.caller().organization(), command.key());
    }
}

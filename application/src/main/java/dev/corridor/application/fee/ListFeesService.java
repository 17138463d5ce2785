package dev.corridor.application.fee;

import dev.corridor.application.fee.port.FeeSchedules;
import java.util.List;

public final class ListFeesService implements ListFees {

    private final FeeSchedules schedules;

    public ListFeesService(FeeSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public List<Price> list(Command command) {
        var current = schedules.current(command.caller().organization(), command.keys());
        return command.keys().stream().map(key -> new Price(key, current.get(key))).toList();
    }
}

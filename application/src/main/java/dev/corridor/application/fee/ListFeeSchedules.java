package dev.corridor.application.fee;

import dev.corridor.application.Refuses;
import dev.corridor.domain.fee.FeeScheduleVersion;
import java.util.List;

/** Operator only: what was decided about the fees of payouts, the newest first. */
public interface ListFeeSchedules {

    @Refuses({})
    List<FeeScheduleVersion> list(Command command);

    /** @param limit the most versions */
    record Command(int limit) {}
}

package dev.corridor.application.fee;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;

/** Reads what a payout costs now. A payout that names this schedule as expected is charged by it, or refused. */
public interface GetFeeSchedule {

    @Refuses({})
    FeeSchedule get(Command command);

    record Command(Caller caller, FeeKey key) {}
}

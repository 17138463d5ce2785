package dev.corridor.application.fee;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import java.util.List;

/** Reads what several kinds of payouts cost now. */
public interface ListFees {

    /** In the order in which they were asked for. */
    @Refuses({})
    List<Price> list(Command command);

    record Command(Caller caller, List<FeeKey> keys) {}

    record Price(FeeKey key, FeeSchedule schedule) {}
}

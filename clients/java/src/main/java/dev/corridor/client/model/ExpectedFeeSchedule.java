package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.Map;

/** The schedule that a client has read, and agrees to. The payout is refused if another one holds when it is decided. */
public final class ExpectedFeeSchedule extends Members<ExpectedFeeSchedule> {

    private ExpectedFeeSchedule(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ExpectedFeeSchedule of(BigDecimal fixed, long bps) {
        return new ExpectedFeeSchedule(Map.of())
                .with("fixed", fixed)
                .with("bps", bps);
    }

    @Override
    ExpectedFeeSchedule copy(Map<String, Object> values) {
        return new ExpectedFeeSchedule(values);
    }
}

package dev.corridor.http.api.fee;

import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.text.Check;

/** Hundredths of a percent, as many as a fee schedule has. */
public final class BasisPoints implements Check<Long> {

    @Override
    public boolean accepts(Long number) {
        return number >= 0 && number <= FeeSchedule.MAX_BASIS_POINTS;
    }

    @Override
    public String reason() {
        return "must be from 0 to " + FeeSchedule.MAX_BASIS_POINTS;
    }
}

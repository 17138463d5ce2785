package dev.corridor.application.access.port;

import dev.corridor.domain.access.Limit;
import java.time.Duration;

/** Counts what is spent of limits. Whoever spends at the same time, no more is spent than there is. */
public interface Allowances {

    /** Spends one, if there is one. */
    Spending spend(Allowance allowance);

    /** Whether spending may have to wait for something outside, so that a thread which must not be kept had better not do it. */
    boolean mayWait();

    /**
     * What somebody has of a limit.
     *
     * @param policy what is limited
     * @param holder who it is that spends it
     * @param isStrangers whether anybody who likes can be such a holder, so that there may be any number of them
     */
    record Allowance(String policy, String holder, boolean isStrangers, Limit limit) {}

    /**
     * What became of it.
     *
     * @param remaining how many are left
     * @param untilNext until there is one again; zero if one was spent
     * @param untilFull until all are there again
     */
    record Spending(boolean isSpent, long remaining, Duration untilNext, Duration untilFull) {}
}

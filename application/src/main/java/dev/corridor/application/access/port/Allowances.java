package dev.corridor.application.access.port;

import dev.corridor.domain.access.Limit;
import java.time.Duration;

/** Counts usage against limits. Atomic: concurrent callers never exceed a limit. */
public interface Allowances {

    /** Consumes one request, if any remain. */
    Spending spend(Allowance allowance);

    /** The time until a request can be consumed, without consuming one; zero if there is one. */
    Duration untilNext(Allowance allowance);

    /** Whether these may block, and so must not run on the event loop. */
    boolean mayWait();

    /**
     * The key of a counter and its limit.
     *
     * @param policy what is limited
     * @param holder whose usage is counted
     * @param isStrangers whether holders are unauthenticated, so that their number is unbounded
     */
    record Allowance(String policy, String holder, boolean isStrangers, Limit limit) {}

    /**
     * The result of {@link #spend}.
     *
     * @param remaining requests left
     * @param untilNext time until the next request is allowed; zero if this one was
     * @param untilFull time until the limit is full again
     */
    record Spending(boolean isSpent, long remaining, Duration untilNext, Duration untilFull) {}
}

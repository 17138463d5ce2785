package dev.corridor.domain.transaction;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a payout has got on its way to its rail.
 *
 * @param attempts how often it was tried: sends, and turns that came to none
 * @param lastReason why the last of them came to nothing; empty if it did not
 * @param nextTryAt when the dispatcher looks at it again; empty if nothing is left to do for it
 */
public record Dispatch(DispatchState state, int attempts, Optional<DispatchReason> lastReason, Optional<Instant> nextTryAt) {}

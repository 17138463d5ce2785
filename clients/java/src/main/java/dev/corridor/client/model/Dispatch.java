package dev.corridor.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a payout has got on its way to its chain or bank.
 *
 * @param state whether something of it has left: WAITING if not, PREPARED if it may have, SENT if the rail has it, WITHDRAWN if nothing ever will
 * @param attempts how often it was tried: sends, and tries that failed before one
 * @param lastReason why the last of them came to nothing; null if it did not
 * @param nextTryAt when it is looked at again; null if nothing is left to do for it but to wait for the rail's word
 */
public record Dispatch(DispatchState state, int attempts, Optional<DispatchReason> lastReason, Optional<Instant> nextTryAt) {}

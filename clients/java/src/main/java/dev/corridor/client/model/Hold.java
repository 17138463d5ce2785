package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a payout waits, EXPECTED, before its money is set aside, and how the wait has ended.
 *
 * @param waitsFor what must happen first; once the wait has ended, what had to
 * @param passed what of it has happened
 * @param createdBy the key or user that has asked for the payout
 * @param executeAt the time that was chosen; only if it waits for it
 * @param expiresAt when the payout is DECLINED unless it was decided
 * @param decidedBy the key, user or operator that has decided last; null if none has
 * @param endedAt null if it waits
 * @param declinedFor why the payout will not be made; null if it waits, or the money was set aside
 */
public record Hold(
        List<HoldGate> waitsFor,
        List<HoldGate> passed,
        String createdBy,
        Optional<Instant> executeAt,
        Instant expiresAt,
        Optional<String> decidedBy,
        Optional<Instant> endedAt,
        Optional<HoldReason> declinedFor,
        Optional<HoldRefusal> refusal) {}

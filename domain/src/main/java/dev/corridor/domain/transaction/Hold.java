package dev.corridor.domain.transaction;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Why a payout waits, EXPECTED, before its money is set aside, and how the wait has ended.
 *
 * @param maker the text of the principal that has asked for the payout
 * @param waitsFor what must happen first; once the wait has ended, what had to
 * @param expiresAt when a wait that was not decided ends, and the payout is DECLINED
 * @param decidedBy the text of the principal that has ended the wait; empty if time has, or it goes on
 * @param endedAt empty if it goes on
 * @param declinedFor why the payout will not be made; empty if it goes on, or the money was set aside
 */
public record Hold(
        String maker, Set<Gate> waitsFor, Instant expiresAt, Optional<String> decidedBy, Optional<Instant> endedAt, Optional<Reason> declinedFor) {

    /** What a payout waits for. */
    public enum Gate {
        /** Another person of the organization, because of its amount. */
        APPROVAL
    }

    /** Why a payout that has waited is not made. */
    public enum Reason {
        /** Another person of the organization has said no. */
        REJECTED,
        /** It was not decided in time. */
        EXPIRED
    }

    public Hold {
        waitsFor = Set.copyOf(waitsFor);
        if (waitsFor.isEmpty()) {
            throw new IllegalArgumentException("a payout that waits for nothing does not wait");
        }
        if (endedAt.isEmpty() && (decidedBy.isPresent() || declinedFor.isPresent())) {
            throw new IllegalArgumentException("a wait that goes on was not decided");
        }
    }

    public static Hold of(String maker, Set<Gate> waitsFor, Instant expiresAt) {
        return new Hold(maker, waitsFor, expiresAt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As it was while it went on. */
    public Hold goingOn() {
        return of(maker, waitsFor, expiresAt);
    }

    public boolean isOver() {
        return endedAt.isPresent();
    }

    /** When the money was set aside; empty if it was not. */
    public Optional<Instant> releasedAt() {
        return declinedFor.isPresent() ? Optional.empty() : endedAt;
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Hold release(String by, Instant now) {
        return new Hold(maker, waitsFor, expiresAt, Optional.of(by), Optional.of(now), Optional.empty());
    }

    Hold refuse(Reason reason, Optional<String> by, Instant now) {
        return new Hold(maker, waitsFor, expiresAt, by, Optional.of(now), Optional.of(reason));
    }
}

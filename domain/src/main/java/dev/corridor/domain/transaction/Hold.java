package dev.corridor.domain.transaction;

import dev.corridor.domain.error.BusinessError;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Why a payout waits, EXPECTED, before its money is set aside, and how the wait has ended.
 *
 * @param maker the text of the principal that has asked for the payout
 * @param waitsFor what must happen first; once the wait has ended, what had to
 * @param passed what of it has happened
 * @param executeAt the time that the organization has chosen; only of what waits for it
 * @param expiresAt when a wait that was not decided ends, and the payout is DECLINED
 * @param decidedBy the text of the principal that has decided last; empty if none has
 * @param endedAt empty if it goes on
 * @param declinedFor why the payout will not be made; empty if it goes on, or the money was set aside
 * @param refusal what was said when the money was to be set aside; only of what is declined for it
 */
public record Hold(
        String maker,
        Set<Gate> waitsFor,
        Set<Gate> passed,
        Optional<Instant> executeAt,
        Instant expiresAt,
        Optional<String> decidedBy,
        Optional<Instant> endedAt,
        Optional<Reason> declinedFor,
        Optional<Refusal> refusal) {

    /** What a payout waits for. */
    public enum Gate {
        /** Another person of the organization, because of its amount. */
        APPROVAL,
        /** The operator, because of what the screening has said. */
        REVIEW,
        /** The time at which the organization wants it to be made. */
        SCHEDULE
    }

    /** Why a payout that has waited is not made. */
    public enum Reason {
        /** Another person of the organization, or the operator, has said no. */
        REJECTED,
        /** It was not decided in time. */
        EXPIRED,
        /** The organization does not want it any more. */
        CANCELLED,
        /** Its money could not be set aside when the wait was over. */
        REFUSED
    }

    /** An error's code and message, as they were. */
    public record Refusal(String code, String message) {

        public static Refusal of(BusinessError error) {
            return new Refusal(error.code(), error.message());
        }
    }

    public Hold {
        waitsFor = Set.copyOf(waitsFor);
        passed = Set.copyOf(passed);
        if (waitsFor.isEmpty() || !waitsFor.containsAll(passed)) {
            throw new IllegalArgumentException("a payout waits for something, and passes nothing else");
        }
        if (waitsFor.contains(Gate.SCHEDULE) != executeAt.isPresent()) {
            throw new IllegalArgumentException("what waits for a time has one");
        }
        if (endedAt.isEmpty() && declinedFor.isPresent()) {
            throw new IllegalArgumentException("a wait that goes on was not decided");
        }
    }

    /** For people's decisions alone. */
    public static Hold of(String maker, Set<Gate> waitsFor, Instant expiresAt) {
        return of(maker, waitsFor, Optional.empty(), expiresAt);
    }

    public static Hold of(String maker, Set<Gate> waitsFor, Optional<Instant> executeAt, Instant expiresAt) {
        return new Hold(
                maker, waitsFor, Set.of(), executeAt, expiresAt, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As it was while it went on. */
    public Hold goingOn() {
        return of(maker, waitsFor, executeAt, expiresAt);
    }

    public boolean isOver() {
        return endedAt.isPresent();
    }

    public boolean waitsNowFor(Gate gate) {
        return !isOver() && waitsFor.contains(gate) && !passed.contains(gate);
    }

    /** When time decides something about it: at the chosen time, or at once, if nobody has to any more; or when it expires. */
    public Instant dueAt() {
        return isDecided() ? executeAt.orElse(Instant.EPOCH) : expiresAt;
    }

    /** When the money was set aside; empty if it was not. */
    public Optional<Instant> releasedAt() {
        return declinedFor.isPresent() ? Optional.empty() : endedAt;
    }

    /** Whether nobody has to decide about it any more. */
    private boolean isDecided() {
        return waitsFor.stream().allMatch(gate -> gate == Gate.SCHEDULE || passed.contains(gate));
    }

    boolean isReleasableAt(Instant now) {
        return !isOver() && isDecided() && executeAt.filter(now::isBefore).isEmpty();
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Hold pass(Gate gate, String by) {
        var with = new HashSet<>(passed);
        with.add(gate);
        return new Hold(maker, waitsFor, with, executeAt, expiresAt, Optional.of(by), endedAt, declinedFor, refusal);
    }

    /** It waits for the operator too, for a time of its own. */
    Hold review(Instant until) {
        var with = new HashSet<>(waitsFor);
        with.add(Gate.REVIEW);
        return new Hold(maker, with, passed, executeAt, until, decidedBy, endedAt, declinedFor, refusal);
    }

    Hold release(Instant now) {
        return new Hold(maker, waitsFor, waitsFor, executeAt, expiresAt, decidedBy, Optional.of(now), Optional.empty(), Optional.empty());
    }

    Hold end(Reason reason, Optional<String> by, Optional<Refusal> refused, Instant now) {
        return new Hold(maker, waitsFor, passed, executeAt, expiresAt, by.or(() -> decidedBy), Optional.of(now), Optional.of(reason), refused);
    }
}

package dev.corridor.domain.operator;

import dev.corridor.domain.access.OperatorName;
import java.time.Duration;
import java.time.Instant;

/**
 * What an operator's login begins. A logout, or the command line, ends it before its time.
 *
 * @param hash of its token
 * @param isProved whether a code was given; without one it can only enrol
 * @param expiresAt exclusive
 */
public record OperatorSession(String hash, OperatorName operator, boolean isProved, String address, Instant startedAt, Instant expiresAt) {

    /** A working day. */
    public static final Duration PROVED = Duration.ofHours(8);

    /** Enough to fetch a telephone. */
    public static final Duration UNPROVED = Duration.ofMinutes(15);

    public static OperatorSession proved(OperatorToken token, OperatorName operator, String address, Instant now) {
        return new OperatorSession(token.hash(), operator, true, address, now, now.plus(PROVED));
    }

    public static OperatorSession unproved(OperatorToken token, OperatorName operator, String address, Instant now) {
        return new OperatorSession(token.hash(), operator, false, address, now, now.plus(UNPROVED));
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }
}

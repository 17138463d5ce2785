package dev.corridor.domain.operator;

import dev.corridor.domain.access.OperatorName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator's login begins, or the command line for a program. A logout, or the command line, ends it before its time.
 *
 * @param hash of its token
 * @param isProved whether a code was given, or the command line vouches for it; without that it can only enrol
 * @param program the name of a token that was made for a program; empty for a person who has logged in
 * @param expiresAt exclusive
 */
public record OperatorSession(
        String hash,
        OperatorName operator,
        boolean isProved,
        Optional<TokenName> program,
        String address,
        Instant startedAt,
        Instant expiresAt) {

    /** A working day. */
    public static final Duration PROVED = Duration.ofHours(8);

    /** Enough to fetch a telephone. */
    public static final Duration UNPROVED = Duration.ofMinutes(15);

    /** The longest that a program's token lives. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public static OperatorSession proved(OperatorToken token, OperatorName operator, String address, Instant now) {
        return new OperatorSession(token.hash(), operator, true, Optional.empty(), address, now, now.plus(PROVED));
    }

    public static OperatorSession unproved(OperatorToken token, OperatorName operator, String address, Instant now) {
        return new OperatorSession(token.hash(), operator, false, Optional.empty(), address, now, now.plus(UNPROVED));
    }

    public static OperatorSession ofProgram(
            OperatorToken token, OperatorName operator, TokenName name, String address, Instant now, Duration lifetime) {
        return new OperatorSession(token.hash(), operator, true, Optional.of(name), address, now, now.plus(lifetime));
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }
}

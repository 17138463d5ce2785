package dev.corridor.domain.operator;

import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.operator.SecondFactor.Enrolled;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.user.Lockout;
import dev.corridor.domain.user.PasswordHash;
import java.time.Instant;
import java.util.Optional;

/**
 * An operator who may log in to the portal. A wrong code counts like a wrong password.
 *
 * @param isDisabled whether nobody may log in by this name
 */
public record OperatorLogin(
        OperatorName name, PasswordHash password, Lockout lockout, SecondFactor factor, boolean isDisabled, Instant createdAt) {

    /** @param first password, which the operator replaces when they enrol */
    public static OperatorLogin invite(OperatorName name, PasswordHash first, Instant now) {
        return new OperatorLogin(name, first, Lockout.NONE, invited(now), false, now);
    }

    /** Anew, with another first password and without a second factor. */
    public OperatorLogin inviteAgain(PasswordHash first, Instant now) {
        return new OperatorLogin(name, first, Lockout.NONE, invited(now), isDisabled, createdAt);
    }

    private static Invited invited(Instant now) {
        return new Invited(now.plus(Invited.DURATION), Optional.empty());
    }

    /** With the secret that this login shows: an earlier one is good for nothing any more. */
    public OperatorLogin offer(Invited invited, SealedSecret secret) {
        return new OperatorLogin(name, password, Lockout.NONE, new Invited(invited.until(), Optional.of(secret)), isDisabled, createdAt);
    }

    /** @param step of the code that has proved the secret */
    public OperatorLogin enrol(PasswordHash chosen, SealedSecret secret, long step) {
        return new OperatorLogin(name, chosen, Lockout.NONE, new Enrolled(secret, step), isDisabled, createdAt);
    }

    /** After a login with the code of a time step, which is used up now. */
    public OperatorLogin use(Enrolled enrolled, long step) {
        return new OperatorLogin(name, password, Lockout.NONE, new Enrolled(enrolled.secret(), step), isDisabled, createdAt);
    }

    public OperatorLogin afterFailure(Instant now) {
        return new OperatorLogin(name, password, lockout.afterFailure(now), factor, isDisabled, createdAt);
    }

    public OperatorLogin disable() {
        return new OperatorLogin(name, password, lockout, factor, true, createdAt);
    }

    /** Ends a lock too. */
    public OperatorLogin enable() {
        return new OperatorLogin(name, password, Lockout.NONE, factor, false, createdAt);
    }
}

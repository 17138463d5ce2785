package dev.corridor.domain.user;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.UserError.AccountLocked;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts consecutive wrong passwords. The fifth locks logins for fifteen minutes, and is itself refused like the four before it. The count
 * outlasts the lock, so the next wrong password locks again; a successful login resets it.
 *
 * <p>Source: the Nexgent contract, section 1, "Lockout", and its seed, "Account Lockout".
 */
public record Lockout(int failedLogins, Optional<Instant> lockedUntil) {

    public static final int MAX_FAILED_LOGINS = 5;
    public static final Duration DURATION = Duration.ofMinutes(15);

    public static final Lockout NONE = new Lockout(0, Optional.empty());

    public Lockout {
        if (failedLogins < 0) {
            throw new IllegalArgumentException("a count is not negative");
        }
    }

    /** Refuses any login during the lock, even with the right password. */
    public void requireOpen(Instant now) {
        lockedUntil.filter(now::isBefore).ifPresent(until -> {
            throw new BusinessException(new AccountLocked(until, Duration.between(now, until)));
        });
    }

    public Lockout afterFailure(Instant now) {
        int failed = Math.min(failedLogins + 1, MAX_FAILED_LOGINS);
        return new Lockout(failed, failed == MAX_FAILED_LOGINS ? Optional.of(now.plus(DURATION)) : Optional.empty());
    }
}

package dev.corridor.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.UserError.AccountLocked;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LockoutTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final Instant UNLOCKED = NOON.plus(Duration.ofMinutes(15));

    private final User user = User.register(
            new UserId(UUID.randomUUID()),
            new OrganizationId(UUID.randomUUID()),
            EmailAddress.of("ada@example.com"),
            new PasswordHash("hash"),
            NOON);

    @Test
    void four_wrong_passwords_do_no_harm() {
        var tried = failed(user, 4, NOON);

        assertThat(tried.lockout().failedLogins()).isEqualTo(4);
        assertThatCode(() -> tried.lockout().requireOpen(NOON)).doesNotThrowAnyException();
    }

    @Test
    void the_fifth_locks_for_fifteen_minutes() {
        var locked = failed(user, 5, NOON);

        assertThat(locked.lockout().lockedUntil()).contains(UNLOCKED);
        assertThatThrownBy(() -> locked.lockout().requireOpen(UNLOCKED.minusMillis(1)))
                .isInstanceOfSatisfying(
                        BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(new AccountLocked(UNLOCKED, Duration.ofMillis(1))));
        assertThatCode(() -> locked.lockout().requireOpen(UNLOCKED)).doesNotThrowAnyException();
    }

    @Test
    void a_wrong_password_after_the_lock_locks_again_at_once() {
        var again = failed(user, 5, NOON).afterLogin(false, UNLOCKED);

        assertThat(again.lockout()).isEqualTo(failed(user, 5, UNLOCKED).lockout());
    }

    @Test
    void a_right_password_begins_anew() {
        assertThat(failed(user, 4, NOON).afterLogin(true, NOON)).isEqualTo(user);
        assertThat(failed(user, 5, NOON).afterLogin(true, UNLOCKED)).isEqualTo(user);
    }

    private static User failed(User user, int times, Instant now) {
        return times == 0 ? user : failed(user.afterLogin(false, now), times - 1, now);
    }
}

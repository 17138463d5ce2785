package dev.corridor.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TokenTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");

    private final UserId user = new UserId(UUID.randomUUID());

    @Test
    void each_type_lasts_as_long_as_it_is_made_for() {
        assertThat(issue(TokenType.ACCESS, false).expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(issue(TokenType.ACCESS, true).expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(issue(TokenType.REFRESH, false).expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(issue(TokenType.REFRESH, true).expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(30)));
    }

    @Test
    void it_is_over_at_its_end() {
        var token = issue(TokenType.ACCESS, false);

        assertThatCode(() -> token.require(TokenType.ACCESS, token.expiresAt().minusMillis(1))).doesNotThrowAnyException();
        assertRefused(() -> token.require(TokenType.ACCESS, token.expiresAt()), new TokenExpired());
    }

    @Test
    void the_wrong_type_is_told_before_the_end() {
        var token = issue(TokenType.REFRESH, false);

        assertRefused(() -> token.require(TokenType.ACCESS, token.expiresAt()), new InvalidTokenType());
    }

    private Token issue(TokenType type, boolean rememberMe) {
        return Token.issue(new TokenId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), user, type, rememberMe, NOON.plusMillis(999));
    }

    private static void assertRefused(ThrowingCallable action, BusinessError error) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}

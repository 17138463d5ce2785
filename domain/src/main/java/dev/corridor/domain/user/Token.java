package dev.corridor.domain.user;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a signed token says: who has logged in, what it is good for, and until when. Moments are whole seconds (RFC 7519, "NumericDate").
 *
 * @param expiresAt from when on it is good for nothing
 */
public record Token(TokenId id, UserId user, TokenType type, Instant issuedAt, Instant expiresAt) {

    public static Token issue(TokenId id, UserId user, TokenType type, boolean rememberMe, Instant now) {
        var issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        return new Token(id, user, type, issuedAt, issuedAt.plus(type.lifetime(rememberMe)));
    }

    /** A token of another type is refused before one that is over: it would not have been the right one in time either. */
    public void require(TokenType required, Instant now) {
        requireType(required);
        if (isExpiredAt(now)) {
            throw new BusinessException(new TokenExpired());
        }
    }

    public void requireType(TokenType required) {
        if (type != required) {
            throw new BusinessException(new InvalidTokenType());
        }
    }

    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}

package dev.corridor.domain.user;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The claims of a signed token: session, user, purpose and lifetime. Times are whole seconds (RFC 7519, "NumericDate").
 *
 * @param expiresAt exclusive
 */
public record Token(TokenId id, SessionId session, UserId user, TokenType type, Instant issuedAt, Instant expiresAt) {

    public static Token issue(TokenId id, SessionId session, UserId user, TokenType type, boolean rememberMe, Instant now) {
        var issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        return new Token(id, session, user, type, issuedAt, issuedAt.plus(type.lifetime(rememberMe)));
    }

    /** An access token of the session. */
    public static Token access(TokenId id, Session session, Instant now) {
        return issue(id, session.id(), session.user(), TokenType.ACCESS, false, now);
    }

    /** The present refresh token of the session, which does not outlast it. */
    public static Token refresh(Session session, Instant now) {
        var issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        return new Token(session.refreshToken(), session.id(), session.user(), TokenType.REFRESH, issuedAt, session.expiresAt());
    }

    /** Checks the type before the expiry: a token of the wrong type was never valid here. */
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

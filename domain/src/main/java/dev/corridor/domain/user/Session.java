package dev.corridor.domain.user;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.time.Instant;
import java.util.Optional;

/**
 * What a login begins. It is over when its refresh token expires. A logout, a new password or an operator ends it before; then none of its
 * tokens is accepted.
 *
 * @param refreshToken the one that is good; those before it have been replaced
 * @param address of the client at the login; empty if it did not come over a network
 * @param refreshedAt when its last access token was issued
 * @param expiresAt exclusive
 * @param endedAt empty unless it was ended
 */
public record Session(
        SessionId id,
        UserId user,
        OrganizationId organization,
        TokenId refreshToken,
        String address,
        Instant startedAt,
        Instant refreshedAt,
        Instant expiresAt,
        Optional<Instant> endedAt)
        implements Owned {

    /** @param refresh its refresh token */
    public static Session start(User user, Token refresh, String address, Instant now) {
        return new Session(
                refresh.session(), user.id(), user.organization(), refresh.id(), address, now, now, refresh.expiresAt(), Optional.empty());
    }

    public void requireNotEnded() {
        if (endedAt.isPresent()) {
            throw new BusinessException(new TokenRevoked());
        }
    }

    /** Whether another refresh token has taken the place of this one. Then two clients have it, and one of them has stolen it. */
    public boolean hasReplaced(Token refresh) {
        return !refresh.id().equals(refreshToken);
    }

    /** @param next the refresh token that is good from now on, perhaps the same; it does not prolong the session */
    public Session refresh(TokenId next, Instant now) {
        return new Session(id, user, organization, next, address, startedAt, now, expiresAt, endedAt);
    }

    public Session end(Instant now) {
        return new Session(id, user, organization, refreshToken, address, startedAt, refreshedAt, expiresAt, Optional.of(now));
    }
}

package dev.corridor.application.user;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.application.user.port.Users;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.domain.access.Anonymous;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.UserError.TokenRevoked;
import dev.corridor.domain.user.UserSessions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class RefreshAccessService implements RefreshAccess {

    private final PresentedTokens presented;
    private final Tokens tokens;
    private final Users users;
    private final RefreshTokens use;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public RefreshAccessService(
            Tokens tokens,
            Sessions sessions,
            Users users,
            RefreshTokens use,
            AuditLog audit,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.presented = new PresentedTokens(tokens, sessions, clock);
        this.tokens = tokens;
        this.users = users;
        this.use = use;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Result refresh(Command command) {
        var token = presented.read(command.refreshToken(), TokenType.REFRESH);
        presented.sessionOf(token).session().requireNotEnded();
        return users.change(token.user(), open -> refresh(open, token, command.origin())).orElseThrow(RefreshAccessService::revoked);
    }

    /** The end of a session must be kept, so it is not thrown. */
    private Change<Optional<Result>> refresh(UserSessions open, Token token, Origin origin) {
        var now = clock.instant();
        var session = open.find(token.session()).orElseThrow(RefreshAccessService::revoked);
        if (session.hasReplaced(token)) {
            var record = audit.draw(
                    session.organization(), new Anonymous(), UserActions.REFRESH_TOKEN_REUSED, session.id(), Map.of(), origin, now);
            return new Change<>(Optional.empty(), open.user(), List.of(session.end(now)), List.of(record));
        }
        var refreshed = session.refresh(nextOf(token), now);
        var access = tokens.sign(Token.access(new TokenId(ids.next()), refreshed, now));
        var next = Optional.of(Token.refresh(refreshed, now)).filter(session::hasReplaced).map(tokens::sign);
        return new Change<>(Optional.of(new Result(access, next)), open.user(), List.of(refreshed), List.of());
    }

    private TokenId nextOf(Token token) {
        return switch (use) {
            case REUSABLE -> token.id();
            case ROTATING -> new TokenId(ids.next());
        };
    }

    private static BusinessException revoked() {
        return new BusinessException(new TokenRevoked());
    }
}

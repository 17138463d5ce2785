package dev.corridor.application.user;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.application.user.port.Users;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.TokenRevoked;
import dev.corridor.domain.user.UserSessions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

public final class LogOutService implements LogOut {

    private final PresentedTokens presented;
    private final Users users;
    private final AuditLog audit;
    private final InstantSource clock;

    public LogOutService(Tokens tokens, Sessions sessions, Users users, AuditLog audit, InstantSource clock) {
        this.presented = new PresentedTokens(tokens, sessions, clock);
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void logOut(Command command) {
        var access = presented.read(command.accessToken(), TokenType.ACCESS);
        var other = command.refreshToken().map(text -> refreshTokenOf(access, text)).map(Token::session);
        presented.sessionOf(access).session().requireNotEnded();
        users.change(access.user(), open -> end(open, access, other, command.origin()));
    }

    /** Refuses another user's refresh token. An expired one does not prevent the logout. */
    private Token refreshTokenOf(Token access, String text) {
        var refresh = presented.read(text);
        refresh.requireType(TokenType.REFRESH);
        if (!refresh.user().equals(access.user())) {
            throw new BusinessException(new InvalidToken());
        }
        return refresh;
    }

    private Change<UserSessions> end(UserSessions open, Token access, Optional<SessionId> other, Origin origin) {
        var now = clock.instant();
        var mine = open.find(access.session()).orElseThrow(() -> new BusinessException(new TokenRevoked()));
        var ended = Stream.concat(Stream.of(mine), other.flatMap(open::find).stream())
                .distinct()
                .map(session -> session.end(now))
                .toList();
        var records = ended.stream()
                .map(session -> audit.draw(
                        session.organization(),
                        session.user(),
                        UserActions.LOGGED_OUT,
                        session.user(),
                        Map.of("session", session.id().toString()),
                        origin,
                        now))
                .toList();
        return new Change<>(open, open.user(), ended, records);
    }
}

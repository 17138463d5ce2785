package dev.corridor.application.user;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.UserError.InvalidToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

public final class LogOutService implements LogOut {

    private final PresentedTokens presented;
    private final Sessions sessions;
    private final AuditLog audit;
    private final InstantSource clock;

    public LogOutService(Tokens tokens, Sessions sessions, AuditLog audit, InstantSource clock) {
        this.presented = new PresentedTokens(tokens, sessions, clock);
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void logOut(Command command) {
        var access = presented.read(command.accessToken(), TokenType.ACCESS);
        var refresh = command.refreshToken().map(text -> refreshTokenOf(access, text));
        var session = presented.sessionOf(access);
        session.requireNotRevoked();
        var record = audit.draw(
                session.organization(),
                access.user(),
                UserActions.LOGGED_OUT,
                access.user(),
                Map.of("refreshTokenRevoked", Boolean.toString(refresh.isPresent())),
                command.origin(),
                clock.instant());
        sessions.revoke(Stream.concat(Stream.of(access), refresh.stream()).toList(), List.of(record));
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
}

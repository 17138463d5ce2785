package dev.corridor.application.user;

import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.user.TokenType;
import java.time.InstantSource;
import java.util.Optional;

public final class AuthenticateUserService implements AuthenticateUser, AuthenticateUserFromCache, RecheckUser {

    private final PresentedTokens presented;
    private final Sessions sessions;
    private final Environment environment;

    public AuthenticateUserService(Tokens tokens, Sessions sessions, Environment environment, InstantSource clock) {
        this.presented = new PresentedTokens(tokens, sessions, clock);
        this.sessions = sessions;
        this.environment = environment;
    }

    @Override
    public Caller authenticate(AuthenticateUser.Command command) {
        return presented.sessionOf(presented.read(command.presentedToken(), TokenType.ACCESS)).admit(environment);
    }

    @Override
    public Caller readmit(RecheckUser.Command command) {
        var token = presented.require(command.token(), TokenType.ACCESS);
        return sessions.recall(token).orElseGet(() -> presented.sessionOf(token)).admit(environment);
    }

    @Override
    public Optional<Caller> authenticateAtOnce(AuthenticateUser.Command command) {
        return sessions.recall(presented.read(command.presentedToken(), TokenType.ACCESS)).map(session -> session.admit(environment));
    }
}

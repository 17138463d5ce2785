package dev.corridor.application.user;

import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.PresentedSession;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.UserError.InvalidToken;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;

/** Verifies presented tokens. */
final class PresentedTokens {

    private static final Logger LOG = System.getLogger(PresentedTokens.class.getName());

    private final Tokens tokens;
    private final Sessions sessions;
    private final InstantSource clock;

    PresentedTokens(Tokens tokens, Sessions sessions, InstantSource clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Requires our signature, the type and an unexpired token. */
    Token read(String text, TokenType type) {
        return require(read(text), type);
    }

    /** Requires the type and an unexpired token. */
    Token require(Token token, TokenType type) {
        token.require(type, clock.instant());
        return token;
    }

    /** Requires our signature. */
    Token read(String text) {
        return tokens.verify(text).orElseThrow(PresentedTokens::invalid);
    }

    /** The session of the token. A signed token of an unknown session is invalid. */
    PresentedSession sessionOf(Token token) {
        try {
            return sessions.find(token).orElseThrow(PresentedTokens::invalid);
        } catch (Sessions.Unreachable e) {
            LOG.log(Level.ERROR, "The store of sessions cannot be reached", e);
            throw new BusinessException(new AuthenticationFailed());
        }
    }

    private static BusinessException invalid() {
        return new BusinessException(new InvalidToken());
    }
}

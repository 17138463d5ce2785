package dev.corridor.application.user;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import java.time.InstantSource;

public final class RefreshAccessService implements RefreshAccess {

    private final PresentedTokens presented;
    private final Tokens tokens;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public RefreshAccessService(Tokens tokens, Sessions sessions, TimeOrderedIds ids, InstantSource clock) {
        this.presented = new PresentedTokens(tokens, sessions, clock);
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String refresh(Command command) {
        var token = presented.read(command.refreshToken(), TokenType.REFRESH);
        presented.sessionOf(token).requireNotRevoked();
        return tokens.sign(Token.issue(new TokenId(ids.next()), token.user(), TokenType.ACCESS, false, clock.instant()));
    }
}

package dev.corridor.application.user.port;

import dev.corridor.domain.user.Token;
import java.util.Optional;

/** Signs tokens and verifies signatures. */
public interface Tokens {

    String sign(Token token);

    /** The token, if it has our signature in our algorithm; else empty. Does not check the expiry. */
    Optional<Token> verify(String text);
}

package dev.corridor.application.user.port;

import dev.corridor.domain.user.Token;
import java.util.Optional;

/** Turns tokens into signed text and back. */
public interface Tokens {

    String sign(Token token);

    /**
     * What a text says, if we have signed it ourselves and in the one way in which we sign; else empty, whatever it is. Says nothing about whether
     * the token is good still.
     */
    Optional<Token> verify(String text);
}

package dev.corridor.domain.user;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The purpose of a token. Its text is its name in lower case. Source: the Nexgent contract, section 1. */
public enum TokenType {
    /** Grants access to the API. */
    ACCESS(Duration.ofMinutes(15), Duration.ofMinutes(15)),
    /** Only obtains new access tokens. */
    REFRESH(Duration.ofHours(24), Duration.ofDays(30));

    private final Duration lifetime;
    private final Duration rememberedLifetime;

    TokenType(Duration lifetime, Duration rememberedLifetime) {
        this.lifetime = lifetime;
        this.rememberedLifetime = rememberedLifetime;
    }

    public static Optional<TokenType> find(String text) {
        return Arrays.stream(values()).filter(type -> type.toString().equals(text)).findAny();
    }

    /** @param rememberMe whether to grant the longer lifetime */
    Duration lifetime(boolean rememberMe) {
        return rememberMe ? rememberedLifetime : lifetime;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

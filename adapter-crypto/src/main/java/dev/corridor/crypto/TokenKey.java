package dev.corridor.crypto;

import java.util.Base64;

/**
 * What tokens are signed with: 256 random bits or more. Whoever has it can log in as anybody.
 *
 * @param base64 with or without its padding
 */
public record TokenKey(String base64) {

    public static final int MIN_BYTES = 32;

    public TokenKey {
        if (Base64.getDecoder().decode(base64).length < MIN_BYTES) {
            throw new IllegalArgumentException("a key to sign tokens has at least " + MIN_BYTES + " bytes");
        }
    }

    public static TokenKey of(byte[] bytes) {
        return new TokenKey(Base64.getEncoder().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return "…";
    }
}

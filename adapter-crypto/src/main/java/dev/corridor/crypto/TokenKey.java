package dev.corridor.crypto;

import java.util.Base64;

/**
 * The HMAC key of tokens: at least 256 random bits. Anyone who has it can log in as any user.
 *
 * @param base64 with or without padding
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

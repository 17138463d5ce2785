package dev.corridor.crypto;

import java.util.Base64;

/** What tokens are signed with: 256 random bits or more. Whoever has it can log in as anybody. */
public final class TokenKey {

    public static final int MIN_BYTES = 32;

    private final byte[] bytes;

    public TokenKey(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("a key to sign tokens has at least " + MIN_BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** Reads Base64, with or without its padding. */
    public static TokenKey parse(String text) {
        return new TokenKey(Base64.getDecoder().decode(text));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What {@link #parse} reads. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "…";
    }
}

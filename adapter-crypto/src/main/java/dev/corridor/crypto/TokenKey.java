package dev.corridor.crypto;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The HMAC key of tokens: at least 256 random bits. Anyone who has it can log in as any user. While it is rotated there are several, with commas between
 * them: the first signs, and tokens of all are accepted.
 *
 * @param base64 with or without padding
 */
public record TokenKey(String base64) {

    public static final int MIN_BYTES = 32;

    public TokenKey {
        for (var key : base64.split(",", -1)) {
            if (Base64.getDecoder().decode(key).length < MIN_BYTES) {
                throw new IllegalArgumentException("a key to sign tokens has at least " + MIN_BYTES + " bytes");
            }
        }
    }

    public static TokenKey of(byte[] bytes) {
        return new TokenKey(Base64.getEncoder().encodeToString(bytes));
    }

    /** The one that signs is first. */
    List<byte[]> all() {
        return Arrays.stream(base64.split(",")).map(Base64.getDecoder()::decode).toList();
    }

    @Override
    public String toString() {
        return "…";
    }
}

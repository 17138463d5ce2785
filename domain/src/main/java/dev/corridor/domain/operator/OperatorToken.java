package dev.corridor.domain.operator;

import dev.corridor.domain.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The secret of a session, which the browser has. Only its hash is stored.
 *
 * @param value 64 hex digits, unless it is no token at all
 */
public record OperatorToken(String value) {

    /** Entropy of a new token, in bytes. */
    public static final int RANDOM_BYTES = 32;

    public static OperatorToken generate(byte[] randomBytes) {
        return new OperatorToken(HexFormat.of().formatHex(randomBytes));
    }

    public String hash() {
        return HexFormat.of().formatHex(Sha256.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "…";
    }
}

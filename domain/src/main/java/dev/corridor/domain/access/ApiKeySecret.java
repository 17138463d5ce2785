package dev.corridor.domain.access;

import dev.corridor.domain.organization.Environment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An API key as its owner holds it: {@code nxos_sk_test_} or {@code nxos_sk_live_} and 16 to 128 letters and digits. Only its
 * {@link #hash()} is stored. A generated key has 256 random bits, so a plain SHA-256 cannot be searched backwards.
 *
 * <p>Source: the NXOS contract, section 1, "Authentication".
 */
public record ApiKeySecret(String value) {

    /** How many random bytes a new key is made from. */
    public static final int RANDOM_BYTES = 32;

    private static final int MIN_TAIL = 16;
    private static final int MAX_TAIL = 128;

    public ApiKeySecret {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "an API key is nxos_sk_test_ or nxos_sk_live_ and " + MIN_TAIL + " to " + MAX_TAIL + " letters, digits, '-' or '_'");
        }
    }

    public static ApiKeySecret generate(Environment environment, byte[] randomBytes) {
        if (randomBytes.length < RANDOM_BYTES) {
            throw new IllegalArgumentException("a key needs " + RANDOM_BYTES + " random bytes");
        }
        return new ApiKeySecret(prefixOf(environment) + HexFormat.of().formatHex(randomBytes));
    }

    /** What a stranger presents; empty when it cannot be a key at all, which spares the look-up. */
    public static Optional<ApiKeySecret> find(String text) {
        return isWellFormed(text) ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    public Environment environment() {
        return value.startsWith(prefixOf(Environment.LIVE)) ? Environment.LIVE : Environment.SANDBOX;
    }

    /** The SHA-256 of the key, in Base64. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return prefixOf(environment()) + "…";
    }

    private static String prefixOf(Environment environment) {
        return switch (environment) {
            case SANDBOX -> "nxos_sk_test_";
            case LIVE -> "nxos_sk_live_";
        };
    }

    private static boolean isWellFormed(String text) {
        for (var environment : Environment.values()) {
            var prefix = prefixOf(environment);
            if (text.startsWith(prefix)) {
                int tail = text.length() - prefix.length();
                return tail >= MIN_TAIL && tail <= MAX_TAIL && text.chars().skip(prefix.length()).allMatch(ApiKeySecret::isKeyCharacter);
            }
        }
        return false;
    }

    private static boolean isKeyCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}

package dev.corridor.domain.access;

import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.organization.Environment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An API key in clear text: {@code nxos_sk_test_} or {@code nxos_sk_live_} and 16 to 128 letters, digits, '-' or '_'. Only its {@link
 * #hash()} is stored.
 *
 * <p>A generated key continues with {@code c1_}, 64 hex digits and a CRC-32 of everything before it (8 hex digits). A key with {@code c1_}
 * must have that form and a valid checksum, so a typing error is found without a look-up. Other tails are sandbox keys chosen by an
 * operator, or keys older than the checksum. A generated key has 256 random bits, so an unsalted SHA-256 cannot be reversed.
 *
 * <p>Source: the NXOS contract, section 1, "Authentication".
 */
public record ApiKeySecret(String value) {

    /** Entropy of a new key, in bytes. */
    public static final int RANDOM_BYTES = 32;

    private static final int MIN_TAIL = 16;
    private static final int MAX_TAIL = 128;

    private static final String CHECKED = "c1_";
    private static final int CHECKSUM_DIGITS = 8;
    private static final int CHECKED_TAIL = CHECKED.length() + 2 * RANDOM_BYTES + CHECKSUM_DIGITS;

    /** Characters of the tail that are displayed, without the {@code c1_}: 16 bits of a generated key. */
    private static final int SHOWN = 4;

    private static final HexFormat HEX = HexFormat.of();

    public ApiKeySecret {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("an API key is nxos_sk_test_ or nxos_sk_live_ and " + MIN_TAIL + " to " + MAX_TAIL
                    + " letters, digits, '-' or '_', and has the right checksum if it goes on with " + CHECKED);
        }
    }

    public static ApiKeySecret generate(Environment environment, byte[] randomBytes) {
        if (randomBytes.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("a key needs " + RANDOM_BYTES + " random bytes");
        }
        var unchecked = prefixOf(environment) + CHECKED + HEX.formatHex(randomBytes);
        return new ApiKeySecret(unchecked + checksum(unchecked));
    }

    /** Parses what a client presents; empty if it is malformed, which spares the look-up. */
    public static Optional<ApiKeySecret> find(String text) {
        return isWellFormed(text) ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    public Environment environment() {
        return value.startsWith(prefixOf(Environment.LIVE)) ? Environment.LIVE : Environment.SANDBOX;
    }

    /** The first characters, which let its owner recognise the key. */
    public String displayPrefix() {
        var prefix = prefixOf(environment());
        int mark = value.startsWith(CHECKED, prefix.length()) ? CHECKED.length() : 0;
        return value.substring(0, prefix.length() + mark + SHOWN);
    }

    /** The SHA-256 of the key, in Base64. */
    public String hash() {
        return Base64.getEncoder().encodeToString(Sha256.of(value.getBytes(StandardCharsets.US_ASCII)));
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
                return tail >= MIN_TAIL
                        && tail <= MAX_TAIL
                        && hasKeyCharactersFrom(prefix.length(), text)
                        && (!text.startsWith(CHECKED, prefix.length()) || tail == CHECKED_TAIL && hasRightChecksum(text));
            }
        }
        return false;
    }

    private static boolean hasRightChecksum(String text) {
        int end = text.length() - CHECKSUM_DIGITS;
        return text.substring(end).equals(checksum(text.substring(0, end)));
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return HEX.toHexDigits((int) crc.getValue());
    }

    private static boolean hasKeyCharactersFrom(int start, String text) {
        for (int i = start; i < text.length(); i++) {
            if (!isKeyCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKeyCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}

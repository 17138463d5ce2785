package dev.corridor.domain.access;

import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.organization.Environment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key in clear text: {@code nxos_sk_test_} or {@code nxos_sk_live_} and 16 to 128 letters, digits, '-' or '_'. Only its {@link
 * #hash()} is stored.
 *
 * <p>A generated key continues with {@code c1_}, 64 hex digits and a CRC-32 of everything before it (8 hex digits). A key with {@code c1_}
 * must have that form and a valid checksum, so a typing error is found without a look-up. Other tails are sandbox keys chosen by an
 * operator, or keys older than the checksum. A generated key has 256 random bits, so an unsalted SHA-256 cannot be reversed.
 *
 * <p>Where there are several cells, a generated key names the one that has made it: {@code c2_}, the cell, an underscore, and then the same. It stays valid
 * when its organization moves to another cell.
 *
 * <p>Source: the NXOS contract, section 1, "Authentication".
 */
public record ApiKeySecret(String value) {

    /** Entropy of a new key, in bytes. */
    public static final int RANDOM_BYTES = 32;

    private static final int MIN_TAIL = 16;
    private static final int MAX_TAIL = 128;

    private static final String CHECKED = "c1_";
    private static final String OF_CELL = "c2_";
    private static final int CHECKSUM_DIGITS = 8;

    /** A tail that has a checksum, with its mark and the cell. */
    private static final Pattern CHECKED_TAIL = Pattern.compile(
            "(" + CHECKED + "|" + OF_CELL + "(?<cell>" + Cell.FORM + ")_)[0-9a-f]{" + (2 * RANDOM_BYTES + CHECKSUM_DIGITS) + "}");

    /** Characters of the tail that are displayed, without the mark: 16 bits of a generated key. */
    private static final int SHOWN = 4;

    private static final HexFormat HEX = HexFormat.of();

    public ApiKeySecret {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("an API key is nxos_sk_test_ or nxos_sk_live_ and " + MIN_TAIL + " to " + MAX_TAIL
                    + " letters, digits, '-' or '_', and has the right checksum if it goes on with " + CHECKED);
        }
    }

    /** @param cell that makes it; empty where there is one only */
    public static ApiKeySecret generate(Environment environment, Optional<Cell> cell, byte[] randomBytes) {
        if (randomBytes.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("a key needs " + RANDOM_BYTES + " random bytes");
        }
        var mark = cell.map(name -> OF_CELL + name + "_").orElse(CHECKED);
        var unchecked = prefixOf(environment) + mark + HEX.formatHex(randomBytes);
        return new ApiKeySecret(unchecked + checksum(unchecked));
    }

    /** Parses what a client presents; empty if it is malformed, which spares the look-up. */
    public static Optional<ApiKeySecret> find(String text) {
        return isWellFormed(text) ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    public Environment environment() {
        return value.startsWith(prefixOf(Environment.LIVE)) ? Environment.LIVE : Environment.SANDBOX;
    }

    /** The cell that has made it; empty if it does not say. */
    public Optional<Cell> cell() {
        return Optional.of(checkedTail()).filter(Matcher::matches).map(tail -> tail.group("cell")).map(Cell::new);
    }

    /** The first characters, which let its owner recognise the key. */
    public String displayPrefix() {
        var tail = checkedTail();
        int mark = tail.matches() ? tail.end(1) : prefixOf(environment()).length();
        return value.substring(0, mark + SHOWN);
    }

    private Matcher checkedTail() {
        return CHECKED_TAIL.matcher(value).region(prefixOf(environment()).length(), value.length());
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
                        && (!claimsChecksum(prefix.length(), text) || hasRightChecksum(prefix.length(), text));
            }
        }
        return false;
    }

    private static boolean claimsChecksum(int start, String text) {
        return text.startsWith(CHECKED, start) || text.startsWith(OF_CELL, start);
    }

    private static boolean hasRightChecksum(int start, String text) {
        int end = text.length() - CHECKSUM_DIGITS;
        return CHECKED_TAIL.matcher(text).region(start, text.length()).matches() && text.substring(end).equals(checksum(text.substring(0, end)));
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

package dev.corridor.domain.id;

import java.util.HexFormat;
import java.util.UUID;

/** The text of an identifier: a prefix and the UUID as 32 lower-case hex digits, without dashes. */
public final class PrefixedUuid {

    private static final int HEX_DIGITS = 32;
    private static final HexFormat HEX = HexFormat.of();

    private PrefixedUuid() {}

    public static String format(String prefix, UUID uuid) {
        return prefix + HEX.toHexDigits(uuid.getMostSignificantBits()) + HEX.toHexDigits(uuid.getLeastSignificantBits());
    }

    /** Parses exactly what {@link #format} writes; another prefix or length, or an upper-case digit, is refused. */
    public static UUID parse(String prefix, String text) {
        int start = prefix.length();
        if (text.length() != start + HEX_DIGITS || !text.startsWith(prefix) || !isLowerHex(text, start)) {
            throw new IllegalArgumentException("expected " + prefix + " and 32 lower-case hex digits");
        }
        return new UUID(
                HexFormat.fromHexDigitsToLong(text, start, start + 16),
                HexFormat.fromHexDigitsToLong(text, start + 16, start + HEX_DIGITS));
    }

    private static boolean isLowerHex(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}

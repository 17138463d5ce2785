package dev.corridor.chain.evm;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;

/** JSON-RPC's spelling of bytes and numbers: lower-case hex after {@code 0x}, numbers without leading zeros. */
final class Hex {

    private static final String PREFIX = "0x";
    private static final int RADIX = 16;

    private Hex() {}

    static String of(byte[] bytes) {
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    static String of(BigInteger number) {
        return PREFIX + number.toString(RADIX);
    }

    static String of(long number) {
        return PREFIX + Long.toHexString(number);
    }

    static byte[] bytes(String text) {
        return HexFormat.of().parseHex(withoutPrefix(text).toLowerCase(Locale.ROOT));
    }

    static BigInteger number(String text) {
        var digits = withoutPrefix(text);
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, RADIX);
    }

    private static String withoutPrefix(String text) {
        return text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    }
}

package dev.corridor.domain.beneficiary;

import java.math.BigInteger;
import java.util.Optional;

/** Base58 without the look-alikes 0, O, I and l. Leading zero bytes are leading ones. Source: Bitcoin's Base58. */
public final class Base58 {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger RADIX = BigInteger.valueOf(ALPHABET.length());

    private Base58() {}

    /** Decodes to exactly {@code length} bytes; empty if impossible. */
    public static Optional<byte[]> decode(String text, int length) {
        // A byte takes less than 1.5 characters. Longer text is refused before the arithmetic gets expensive.
        if (text.isEmpty() || text.length() > length * 3 / 2) {
            return Optional.empty();
        }
        var number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            if (digit == 0 && zeros == i) {
                zeros++;
            }
            number = number.multiply(RADIX).add(BigInteger.valueOf(digit));
        }
        int significant = (number.bitLength() + 7) / 8;
        if (zeros + significant != length) {
            return Optional.empty();
        }
        return Optional.of(rightAligned(number, significant, length));
    }

    /** {@link BigInteger#toByteArray} may add a leading zero for the sign. */
    private static byte[] rightAligned(BigInteger number, int significant, int length) {
        var source = number.toByteArray();
        var bytes = new byte[length];
        System.arraycopy(source, source.length - significant, bytes, length - significant, significant);
        return bytes;
    }
}

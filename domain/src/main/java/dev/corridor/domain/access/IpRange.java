package dev.corridor.domain.access;

/**
 * A CIDR block, written {@code 192.0.2.0/24} or {@code 2001:db8::/32} (RFC 4632).
 *
 * @param prefixLength common leading bits, of the 128
 */
public record IpRange(IpAddress first, int prefixLength) {

    public IpRange {
        if (prefixLength < 0 || prefixLength > IpAddress.BITS) {
            throw new IllegalArgumentException("a prefix has 0 to " + IpAddress.BITS + " bits");
        }
        if (!first.equals(masked(first, prefixLength))) {
            throw new IllegalArgumentException("the address has bits beyond the prefix");
        }
    }

    /** Parses a CIDR block; a plain address is a block of one. */
    public static IpRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new IpRange(IpAddress.parse(text), IpAddress.BITS);
        }
        var address = IpAddress.parse(text.substring(0, slash));
        boolean writtenAsV4 = text.indexOf(':') < 0;
        return new IpRange(address, parseLength(text.substring(slash + 1)) + (writtenAsV4 ? IpAddress.V4_PREFIX_BITS : 0));
    }

    public boolean contains(IpAddress address) {
        return masked(address, prefixLength).equals(first);
    }

    /** Whether every address of the other range is in this one. */
    boolean contains(IpRange other) {
        return other.prefixLength >= prefixLength && contains(other.first);
    }

    private static IpAddress masked(IpAddress address, int length) {
        return new IpAddress(address.high() & mask(length), address.low() & mask(length - Long.SIZE));
    }

    /** A mask of that many leading ones; zero if negative. */
    private static long mask(int ones) {
        if (ones <= 0) {
            return 0;
        }
        return ones >= Long.SIZE ? -1L : -1L << Long.SIZE - ones;
    }

    private static int parseLength(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) {
            throw new IllegalArgumentException("expected the number of bits after the slash");
        }
        return Integer.parseInt(text);
    }

    @Override
    public String toString() {
        boolean isV4 = first.isV4() && prefixLength >= IpAddress.V4_PREFIX_BITS;
        return first + "/" + (isV4 ? prefixLength - IpAddress.V4_PREFIX_BITS : prefixLength);
    }
}

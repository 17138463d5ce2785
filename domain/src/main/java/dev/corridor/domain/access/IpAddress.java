package dev.corridor.domain.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An IP address as 128 bits. IPv4 addresses are stored as IPv4-mapped IPv6, so {@code 10.0.0.1} and {@code ::ffff:10.0.0.1} are equal.
 * Source: RFC 4291, sections 2.2 and 2.5.5.2.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) {

    static final int BITS = 128;

    /** Length of the IPv4-mapped prefix, in bits. */
    static final int V4_PREFIX_BITS = 96;

    private static final long V4_PREFIX = 0xffffL << 32;
    private static final int V4_PARTS = 4;

    /** Parses a literal address without a DNS look-up. A zone ({@code %eth0}) is refused. */
    public static IpAddress parse(String text) {
        return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
    }

    public static IpAddress of(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == Integer.BYTES ? ofV4(Integer.toUnsignedLong(bytes.getInt())) : new IpAddress(bytes.getLong(), bytes.getLong());
    }

    public boolean isV4() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** The range that one customer of a provider usually holds: a single IPv4 address, or an IPv6 /64, the smallest block that providers assign. */
    public IpRange household() {
        return isV4() ? new IpRange(this, BITS) : new IpRange(new IpAddress(high, 0), Long.SIZE);
    }

    private static IpAddress ofV4(long bits) {
        return new IpAddress(0, V4_PREFIX | bits);
    }

    private static IpAddress parseV4(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != V4_PARTS) {
            throw malformed();
        }
        long bits = 0;
        for (var part : parts) {
            bits = bits << 8 | parseOctet(part);
        }
        return ofV4(bits);
    }

    /** Refuses a leading zero, which some parsers read as octal. */
    private static int parseOctet(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || text.length() > 1 && text.charAt(0) == '0' || Integer.parseInt(text) > 255) {
            throw malformed();
        }
        return Integer.parseInt(text);
    }

    /** With a colon and only these characters, {@code getByName} parses a literal and never asks DNS. */
    private static IpAddress parseV6(String text) {
        boolean isLiteral = text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128 || c == ':' || c == '.');
        if (!isLiteral) {
            throw malformed();
        }
        try {
            return of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("expected an IPv4 or IPv6 address");
    }

    @Override
    public String toString() {
        if (isV4()) {
            return (low >>> 24 & 255) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
        }
        try {
            return InetAddress.getByAddress(ByteBuffer.allocate(BITS / Byte.SIZE).putLong(high).putLong(low).array()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }
}

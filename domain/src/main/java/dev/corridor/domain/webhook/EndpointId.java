package dev.corridor.domain.webhook;

import java.util.HexFormat;
import java.util.UUID;

/**
 * {@code ep_} and 24 hex digits, as the NXOS contract has them: the 48 bits of a UUID's time and 48 of its random bits. The other bits are the
 * same for all endpoints.
 */
public record EndpointId(UUID uuid) {

    private static final String PREFIX = "ep_";
    private static final int HEX_DIGITS = 24;
    private static final HexFormat HEX = HexFormat.of();
    private static final int HALF_BITS = 48;
    private static final long HALF = (1L << HALF_BITS) - 1;
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000L << HALF_BITS;

    public EndpointId {
        uuid = of(uuid.getMostSignificantBits() >>> Long.SIZE - HALF_BITS, uuid.getLeastSignificantBits() & HALF);
    }

    /** Parses exactly what {@link #toString} writes. */
    public static EndpointId parse(String text) {
        boolean isWellFormed = text.length() == PREFIX.length() + HEX_DIGITS
                && text.startsWith(PREFIX)
                && text.chars().skip(PREFIX.length()).allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        if (!isWellFormed) {
            throw new IllegalArgumentException("expected " + PREFIX + " and " + HEX_DIGITS + " lower-case hex digits");
        }
        int middle = PREFIX.length() + HEX_DIGITS / 2;
        return new EndpointId(of(
                HexFormat.fromHexDigitsToLong(text, PREFIX.length(), middle),
                HexFormat.fromHexDigitsToLong(text, middle, PREFIX.length() + HEX_DIGITS)));
    }

    private static UUID of(long time, long random) {
        return new UUID(time << Long.SIZE - HALF_BITS | VERSION_7, VARIANT | random);
    }

    @Override
    public String toString() {
        return PREFIX
                + HEX.toHexDigits(uuid.getMostSignificantBits() >>> Long.SIZE - HALF_BITS, HEX_DIGITS / 2)
                + HEX.toHexDigits(uuid.getLeastSignificantBits() & HALF, HEX_DIGITS / 2);
    }
}

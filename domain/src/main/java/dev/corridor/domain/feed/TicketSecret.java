package dev.corridor.domain.feed;

import dev.corridor.domain.access.Cell;
import dev.corridor.domain.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A ticket in clear text: {@code ticket_} and 64 hex digits, 256 random bits. Where there are several cells, the one that has issued it stands between, with an
 * underscore behind it. Only its {@link #hash()} is stored.
 */
public record TicketSecret(String value) {

    /** Entropy of a ticket, in bytes. */
    public static final int RANDOM_BYTES = 32;

    private static final String PREFIX = "ticket_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "(?:" + Cell.FORM + "_)?[0-9a-f]{" + 2 * RANDOM_BYTES + "}");

    public TicketSecret {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a ticket is " + PREFIX + " and " + 2 * RANDOM_BYTES + " hex digits");
        }
    }

    /** @param cell that issues it; empty where there is one only */
    public static TicketSecret generate(Optional<Cell> cell, byte[] randomBytes) {
        return new TicketSecret(PREFIX + cell.map(name -> name + "_").orElse("") + HexFormat.of().formatHex(randomBytes));
    }

    /** Whether a client means a ticket, well-formed or not, where it could also send a key. */
    public static boolean isMeantBy(String text) {
        return text.startsWith(PREFIX);
    }

    /** Parses what a client presents; empty if it is malformed, which spares the look-up. */
    public static Optional<TicketSecret> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TicketSecret(text)) : Optional.empty();
    }

    /** The SHA-256 of the ticket, in Base64. */
    public String hash() {
        return Base64.getEncoder().encodeToString(Sha256.of(value.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}

package dev.corridor.domain.closing;

import dev.corridor.domain.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * What a closed month comes to. Its hash covers everything that was posted in it, how it left the balances, and the months before it: whoever has
 * noted one hash can tell whether anything up to then was altered.
 *
 * <p>The first closed month contains all that was posted before it. A month begins and ends in UTC.
 *
 * @param previous the hash of the month before; {@value #NONE} for the first
 * @param postings the postings, in the order of posting
 * @param balances the balances that were posted to, at the end, by account and asset
 * @param house the balances of the house's accounts at the end, by account and asset
 */
public record Closing(YearMonth month, String previous, Lines postings, Lines balances, Lines house) {

    public static final String NONE = "-";

    /** Of the text that the public documentation defines. */
    public String hash() {
        return HexFormat.of().formatHex(Sha256.of(text().getBytes(StandardCharsets.UTF_8)));
    }

    String text() {
        return """
                corridor closing 1
                month %s
                previous %s
                postings %d %s
                balances %d %s
                house %d %s
                """
                .formatted(month, previous, postings.count(), postings.hash(), balances.count(), balances.hash(), house.count(), house.hash());
    }

    /** Whether it goes on where the other one ends. */
    public boolean follows(Closing before) {
        return month.equals(before.month.plusMonths(1)) && previous.equals(before.hash());
    }

    /** The first moment after it. */
    public Instant end() {
        return endOf(month);
    }

    public static Instant endOf(YearMonth month) {
        return startOf(month.plusMonths(1));
    }

    public static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}

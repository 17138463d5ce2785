package dev.corridor.domain.market;

import java.time.Instant;

/**
 * An unvalidated price from a source.
 *
 * @param bid what buyers offer for one unit of the base, as the source writes it
 * @param ask what sellers want for it; equals the bid if the source gives a single price
 * @param quotedAt when the price was valid, according to the source
 */
public record Observation(Symbol symbol, String bid, String ask, Instant quotedAt) {

    public static Observation ofPrice(Symbol symbol, String price, Instant quotedAt) {
        return new Observation(symbol, price, price, quotedAt);
    }
}

package dev.corridor.domain.market;

import java.time.Instant;

/**
 * What a source says of a symbol, unproved: it may be nonsense.
 *
 * @param bid what buyers offer for one unit of the base, as the source writes it
 * @param ask what sellers want for it; the same as the bid where the source tells one price
 * @param quotedAt when it was true, by the source's own account
 */
public record Observation(Symbol symbol, String bid, String ask, Instant quotedAt) {

    public static Observation ofPrice(Symbol symbol, String price, Instant quotedAt) {
        return new Observation(symbol, price, price, quotedAt);
    }
}

package dev.corridor.application.quote;

import dev.corridor.domain.quote.Quote;
import java.time.Instant;

/** A quote and the time of reading, which together determine whether it has expired. */
public record QuoteAt(Quote quote, Instant seenAt) {

    public Quote.Status status() {
        return quote.statusAt(seenAt);
    }
}

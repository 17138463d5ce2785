package dev.corridor.application.quote;

import dev.corridor.domain.quote.Quote;
import java.time.Instant;

/** A quote as it is seen at a moment: whether it has expired depends on both. */
public record QuoteAt(Quote quote, Instant seenAt) {

    public Quote.Status status() {
        return quote.statusAt(seenAt);
    }
}

package dev.corridor.application.quote;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.quote.QuoteId;

/** Reads a quote, and whether it can still be executed. */
public interface GetQuote {

    @Refuses(QuoteNotFound.class)
    QuoteAt get(Command command);

    record Command(Caller caller, QuoteId quote) {}
}

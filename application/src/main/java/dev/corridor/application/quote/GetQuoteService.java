package dev.corridor.application.quote;

import dev.corridor.application.quote.port.Quotes;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import java.time.InstantSource;

public final class GetQuoteService implements GetQuote {

    private final Quotes quotes;
    private final InstantSource clock;

    public GetQuoteService(Quotes quotes, InstantSource clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    @Override
    public QuoteAt get(Command command) {
        return quotes.find(command.caller().organization(), command.quote())
                .map(quote -> new QuoteAt(quote, clock.instant()))
                .orElseThrow(() -> new BusinessException(new QuoteNotFound(command.quote())));
    }
}

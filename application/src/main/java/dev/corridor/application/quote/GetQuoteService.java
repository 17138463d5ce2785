package dev.corridor.application.quote;

import dev.corridor.application.quote.port.Quotes;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

public final class GetQuoteService implements GetQuote {

    private final Quotes quotes;
    private final InstantSource clock;

    public GetQuoteService(Quotes quotes, InstantSource clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    @Override
    public QuoteAt get(Command command) {
        return seen(command, quotes.find(command.caller().organization(), command.quote()));
    }

    @Override
    public CompletionStage<QuoteAt> begin(Command command, Executor answers) {
        return quotes.find(command.caller().organization(), command.quote(), answers).thenApply(found -> seen(command, found));
    }

    private QuoteAt seen(Command command, Optional<Quote> found) {
        return found.map(quote -> new QuoteAt(quote, clock.instant()))
                .orElseThrow(() -> new BusinessException(new QuoteNotFound(command.quote())));
    }
}

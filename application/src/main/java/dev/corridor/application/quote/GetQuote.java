package dev.corridor.application.quote;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.quote.QuoteId;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Reads a quote, and whether it can still be executed. */
public interface GetQuote {

    @Refuses(QuoteNotFound.class)
    QuoteAt get(Command command);

    /**
     * The same for a caller that cannot wait.
     *
     * @param answers completes the stage
     */
    CompletionStage<QuoteAt> begin(Command command, Executor answers);

    record Command(Caller caller, QuoteId quote) {}
}

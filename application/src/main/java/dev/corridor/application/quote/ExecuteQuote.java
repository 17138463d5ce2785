package dev.corridor.application.quote;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.QuoteError.QuoteAlreadyUsed;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.Transaction;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Turns a quote into a trade, at once and as a whole. However often and from however many places it is asked, a quote becomes one trade;
 * everybody else learns that it is used up. An account without the money leaves the quote as it was: it can be executed until it expires. So does a
 * market that has run further from the price of the quote than the terms of its symbol allow; where they allow any, it is not looked at.
 */
public interface ExecuteQuote {

    @Refuses({
        QuoteNotFound.class,
        Forbidden.class,
        QuoteAlreadyUsed.class,
        QuoteExpired.class,
        DataSourceUnavailable.class,
        PriceMoved.class,
        InsufficientFunds.class
    })
    Transaction execute(Command command);

    /**
     * The same for a caller that cannot wait.
     *
     * @param answers completes the stage
     */
    CompletionStage<Transaction> begin(Command command, Executor answers);

    record Command(Caller caller, QuoteId quote, Once<Transaction> once) {

        /** Takes effect each time it is asked. */
        public Command(Caller caller, QuoteId quote) {
            this(caller, quote, Once.eachTime());
        }
    }
}

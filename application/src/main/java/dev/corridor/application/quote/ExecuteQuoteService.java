package dev.corridor.application.quote;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Plan;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.quote.Conversion;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.transaction.Transaction;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

public final class ExecuteQuoteService implements ExecuteQuote {

    private final Books books;
    private final ExchangeRates rates;
    private final QuotePolicy policy;

    public ExecuteQuoteService(Books books, ExchangeRates rates, QuotePolicy policy) {
        this.books = books;
        this.rates = rates;
        this.policy = policy;
    }

    @Override
    public Transaction execute(Command command) {
        return books.decide(plan(command));
    }

    @Override
    public CompletionStage<Transaction> begin(Command command, Executor answers) {
        return books.begin(plan(command), answers);
    }

    private Plan<Transaction> plan(Command command) {
        var subjects = Subjects.quote(command.caller(), command.quote());
        return new Plan<>(command.once(), subjects, open -> decide(open, command.quote()));
    }

    /** The time and the price are those of the decision, with the quote locked: a quote that expires while its execution waits has expired. */
    private Transaction decide(OpenBooks open, QuoteId quoteId) {
        var quote = open.quote(quoteId);
        open.account(quote.account()).requireActive();
        var completed = quote.execute(open.now());
        requireThatTheMarketIsNear(completed.conversion());
        open.record(completed);
        open.record(open.openQuotes(quote.account()).execute(quote.terms(), policy.limit()));
        return open.post(Transaction.trade(open.newTransactionId(), completed));
    }

    private void requireThatTheMarketIsNear(Conversion promised) {
        policy.pricing(promised.symbol())
                .drift()
                .ifPresent(drift -> drift.requireWithin(promised.mid(), latest(promised.symbol()).mid()));
    }

    private Tick latest(Symbol symbol) {
        return rates.symbols()
                .find(symbol.name())
                .map(rates::latest)
                .orElseThrow(() -> new BusinessException(new DataSourceUnavailable(symbol.name(), "not traded any more")));
    }
}

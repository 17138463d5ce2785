package dev.corridor.application.quote;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Plan;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.quote.Slippage;
import dev.corridor.domain.transaction.Transaction;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

public final class ConvertService implements Convert {

    private final Books books;
    private final ExchangeRates rates;
    private final QuotePolicy policy;
    private final TimeOrderedIds ids;

    public ConvertService(Books books, ExchangeRates rates, QuotePolicy policy, TimeOrderedIds ids) {
        this.books = books;
        this.rates = rates;
        this.policy = policy;
        this.ids = ids;
    }

    @Override
    public Transaction convert(Command command) {
        return books.decide(plan(command));
    }

    @Override
    public CompletionStage<Transaction> begin(Command command, Executor answers) {
        return books.begin(plan(command), answers);
    }

    private Plan<Transaction> plan(Command command) {
        var symbol = TradedSymbols.between(command.given().asset(), command.wanted(), rates);
        var expected = rates.latest(symbol);
        // What cannot be converted is not worth a look at the books.
        policy.pricing(symbol).spreads().sell(command.given(), expected.mid());
        var slippage = command.slippageBasisPoints().stream().mapToObj(Slippage::allow).findAny();
        var quote = QuoteId.of(ids.next(), command.account());
        return new Plan<>(
                command.once(),
                Subjects.account(command.caller(), command.account()).with(command.memo().reference()),
                open -> decide(open, command, expected, slippage, quote));
    }

    /** The price is read here, like the time, with the account locked: the wait for the lock counts as waiting for the market. */
    private Transaction decide(
            OpenBooks open, Command command, Tick expected, Optional<Slippage> slippage, QuoteId quoteId) {
        var account = open.account(command.account());
        account.requireActive();
        var actual = rates.latest(expected.symbol());
        slippage.ifPresent(allowed -> allowed.requireWithin(expected.mid(), actual.mid(), command.given().asset()));
        var pricing = policy.pricing(actual.symbol());
        var conversion = pricing.spreads().sell(command.given(), actual.mid());
        command.minimum().ifPresent(conversion::requireAtLeast);
        var now = open.now();
        var quote = Quote.issue(quoteId, account.organization(), account.id(), conversion, actual.id(), pricing, now).execute(now);
        open.record(quote);
        return open.post(Transaction.trade(open.newTransactionId(), quote, command.memo()));
    }
}

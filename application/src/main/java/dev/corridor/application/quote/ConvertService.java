package dev.corridor.application.quote;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.quote.Slippage;
import dev.corridor.domain.transaction.Transaction;

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
        var symbol = TradedSymbols.between(command.given().asset(), command.wanted(), rates);
        var expected = rates.latest(symbol);
        // What cannot be converted is not worth a look at the books.
        policy.spreads().sell(command.given(), expected.mid());
        var slippage = Slippage.allow(command.slippageBasisPoints());
        var quote = QuoteId.of(ids.next(), command.account());
        return books.decide(
                command.once(),
                Subjects.account(command.caller().organization(), command.account()),
                open -> decide(open, command, expected, slippage, quote));
    }

    /** The price is read here, like the time, with the account locked: whoever waited for it has waited for the market too. */
    private Transaction decide(
            OpenBooks open, Command command, Tick expected, Slippage slippage, QuoteId quoteId) {
        var account = open.account(command.account());
        account.requireActive();
        var actual = rates.latest(expected.symbol());
        slippage.requireWithin(expected.mid(), actual.mid(), command.given().asset());
        var conversion = policy.spreads().sell(command.given(), actual.mid());
        var now = open.now();
        var quote = Quote.issue(quoteId, account.organization(), account.id(), conversion, actual.id(), policy, now).execute(now);
        open.record(quote);
        return open.post(Transaction.trade(open.newTransactionId(), quote));
    }
}

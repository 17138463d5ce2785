package dev.corridor.application.quote;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.Conversion;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;

public final class IssueQuoteService implements IssueQuote {

    private final Books books;
    private final ExchangeRates rates;
    private final QuotePolicy policy;
    private final TimeOrderedIds ids;

    public IssueQuoteService(Books books, ExchangeRates rates, QuotePolicy policy, TimeOrderedIds ids) {
        this.books = books;
        this.rates = rates;
        this.policy = policy;
        this.ids = ids;
    }

    @Override
    public QuoteAt issue(Command command) {
        var tick = rates.latest(TradedSymbols.between(command.side().from(), command.side().to(), rates));
        var conversion = price(command.side(), tick.mid());
        var id = QuoteId.of(ids.next(), command.account());
        return books.decide(
                command.once(),
                Subjects.account(command.caller().organization(), command.account()),
                open -> decide(open, command, conversion, tick.id(), id));
    }

    private QuoteAt decide(OpenBooks open, Command command, Conversion conversion, TickId tick, QuoteId id) {
        var account = open.account(command.account());
        account.requireActive();
        var now = open.now();
        var quote = Quote.issue(id, account.organization(), account.id(), conversion, tick, policy, now);
        open.record(quote);
        return new QuoteAt(quote, now);
    }

    private Conversion price(Side side, Rate mid) {
        return switch (side) {
            case Side.Sell sell -> policy.spreads().sell(sell.amount(), mid);
            case Side.Buy buy -> policy.spreads().buy(buy.amount(), mid);
        };
    }
}

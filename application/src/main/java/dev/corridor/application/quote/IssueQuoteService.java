package dev.corridor.application.quote;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Plan;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.Conversion;
import dev.corridor.domain.quote.Pricing;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.quote.Spreads;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

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
        return books.decide(plan(command));
    }

    @Override
    public CompletionStage<QuoteAt> begin(Command command, Executor answers) {
        return books.begin(plan(command), answers);
    }

    private Plan<QuoteAt> plan(Command command) {
        var tick = rates.latest(TradedSymbols.between(command.side().from(), command.side().to(), rates));
        var pricing = policy.pricing(tick.symbol());
        var conversion = price(command.side(), tick.mid(), pricing.spreads());
        var id = QuoteId.of(ids.next(), command.account());
        return new Plan<>(
                command.once(),
                Subjects.account(command.caller(), command.account()),
                open -> decide(open, command, conversion, tick.id(), pricing, id));
    }

    private QuoteAt decide(OpenBooks open, Command command, Conversion conversion, TickId tick, Pricing pricing, QuoteId id) {
        var account = open.account(command.account());
        account.requireActive();
        var now = open.now();
        open.record(open.openQuotes(account.id()).issue(conversion, policy.limit(), now));
        var quote = Quote.issue(id, account.organization(), account.id(), conversion, tick, pricing, now);
        open.record(quote);
        return new QuoteAt(quote, now);
    }

    private static Conversion price(Side side, Rate mid, Spreads spreads) {
        return switch (side) {
            case Side.Sell sell -> spreads.sell(sell.amount(), mid);
            case Side.Buy buy -> spreads.buy(buy.amount(), mid);
        };
    }
}

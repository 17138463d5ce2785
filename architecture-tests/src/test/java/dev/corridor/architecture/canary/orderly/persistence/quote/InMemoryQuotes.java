package dev.corridor.architecture.canary.orderly.persistence.quote;

import dev.corridor.architecture.canary.orderly.application.Page;
import dev.corridor.architecture.canary.orderly.application.quote.port.Quotes;
import dev.corridor.architecture.canary.orderly.domain.account.AccountId;
import dev.corridor.architecture.canary.orderly.domain.quote.Quote;
import java.util.List;
import java.util.Optional;

public final class InMemoryQuotes implements Quotes {

    private final List<Quote> quotes;

    public InMemoryQuotes(List<Quote> quotes) {
        this.quotes = List.copyOf(quotes);
    }

    @Override
    public Optional<Quote> find(AccountId account) {
        return quotes.stream().filter(quote -> quote.account().equals(account)).findAny();
    }

    @Override
    public Page<Quote> list(Filter filter) {
        return new Page<>(find(filter.account()).stream().toList());
    }
}

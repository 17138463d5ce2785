package dev.corridor.application.quote;

import dev.corridor.application.Page;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.domain.quote.QuoteFilter;
import java.time.InstantSource;

public final class ListQuotesService implements ListQuotes {

    private final Accounts accounts;
    private final Quotes quotes;
    private final InstantSource clock;

    public ListQuotesService(Accounts accounts, Quotes quotes, InstantSource clock) {
        this.accounts = accounts;
        this.quotes = quotes;
        this.clock = clock;
    }

    @Override
    public Page<QuoteAt> list(Command command) {
        var organization = command.caller().organization();
        command.account().ifPresent(account -> accounts.get(organization, account));
        var now = clock.instant();
        var page = quotes.page(organization, new QuoteFilter(command.account(), command.statuses(), now), command.page());
        return new Page<>(page.items().stream().map(quote -> new QuoteAt(quote, now)).toList(), page.hasMore());
    }
}

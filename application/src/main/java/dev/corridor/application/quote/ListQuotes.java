package dev.corridor.application.quote;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import java.util.Optional;
import java.util.Set;

/** Lists the organization's quotes, newest first. The expiry of all of a page is judged at one moment. One that is being issued may come to light a moment after a newer one. */
public interface ListQuotes {

    @Refuses(AccountNotFound.class)
    Page<QuoteAt> list(Command command);

    /** @param statuses empty means all */
    record Command(Caller caller, Optional<AccountId> account, Set<Quote.Status> statuses, PageRequest<QuoteId> page) {}
}

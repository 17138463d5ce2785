package dev.corridor.architecture.canary.orderly.application.quote.port;

import dev.corridor.architecture.canary.orderly.application.Page;
import dev.corridor.architecture.canary.orderly.domain.account.AccountId;
import dev.corridor.architecture.canary.orderly.domain.quote.Quote;
import java.util.Optional;

public interface Quotes {

    Optional<Quote> find(AccountId account) throws QuotesUnavailable;

    Page<Quote> list(Filter filter);

    record Filter(AccountId account) {}
}

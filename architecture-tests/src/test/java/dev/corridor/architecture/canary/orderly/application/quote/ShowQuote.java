package dev.corridor.architecture.canary.orderly.application.quote;

import dev.corridor.architecture.canary.orderly.domain.account.AccountId;
import dev.corridor.architecture.canary.orderly.domain.quote.Quote;

public interface ShowQuote {

    Quote show(Command command);

    record Command(AccountId account) {}
}

package dev.corridor.architecture.canary.disorderly.domain.quote;

import dev.corridor.architecture.canary.disorderly.domain.account.AccountThatKnowsItsQuote;

public record QuoteOfAnAccount(AccountThatKnowsItsQuote account) {}

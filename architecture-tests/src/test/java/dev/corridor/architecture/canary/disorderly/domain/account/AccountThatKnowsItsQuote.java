package dev.corridor.architecture.canary.disorderly.domain.account;

import dev.corridor.architecture.canary.disorderly.domain.quote.QuoteOfAnAccount;

public record AccountThatKnowsItsQuote(QuoteOfAnAccount quote) {}

package dev.corridor.architecture.canary.orderly.http.quote;

import dev.corridor.architecture.canary.orderly.application.quote.ShowQuote;
import dev.corridor.architecture.canary.orderly.domain.account.AccountId;
import jakarta.inject.Inject;
import java.util.UUID;

/** An adapter may use random numbers and constructor injection. */
public final class QuoteController {

    private final ShowQuote showQuote;

    @Inject
    public QuoteController(ShowQuote showQuote) {
        this.showQuote = showQuote;
    }

    public String show(String account) {
        var quote = showQuote.show(new ShowQuote.Command(AccountId.parse(account)));
        return UUID.randomUUID() + " " + quote.amount().toPlainString();
    }
}

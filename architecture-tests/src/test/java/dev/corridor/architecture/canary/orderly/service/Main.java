package dev.corridor.architecture.canary.orderly.service;

import dev.corridor.architecture.canary.orderly.application.quote.ShowQuoteService;
import dev.corridor.architecture.canary.orderly.http.quote.QuoteController;
import dev.corridor.architecture.canary.orderly.persistence.quote.InMemoryQuotes;
import java.time.Clock;
import java.util.List;

/** The composition root. */
public final class Main {

    public static void main(String[] arguments) {
        var showQuote = new ShowQuoteService(new InMemoryQuotes(List.of()), Clock.systemUTC());
        System.out.println(new QuoteController(showQuote).show(arguments[0]));
    }
}

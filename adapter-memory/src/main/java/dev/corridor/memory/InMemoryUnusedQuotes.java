package dev.corridor.memory;

import dev.corridor.application.quote.port.UnusedQuotes;
import dev.corridor.domain.quote.Quote;
import java.time.LocalDate;
import java.time.ZoneOffset;

final class InMemoryUnusedQuotes implements UnusedQuotes {

    private final Memory memory;

    InMemoryUnusedQuotes(Memory memory) {
        this.memory = memory;
    }

    @Override
    public boolean removeSome(LocalDate before) {
        var until = before.atStartOfDay(ZoneOffset.UTC).toInstant();
        synchronized (memory) {
            memory.quotes.values().removeIf(quote -> quote instanceof Quote.Pending && quote.terms().issuedAt().isBefore(until));
        }
        return false;
    }
}

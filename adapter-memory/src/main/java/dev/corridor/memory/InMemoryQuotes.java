package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteFilter;
import dev.corridor.domain.quote.QuoteId;
import java.util.Optional;

final class InMemoryQuotes implements Quotes {

    private final Memory memory;

    InMemoryQuotes(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Quote> find(OrganizationId organization, QuoteId id) {
        synchronized (memory) {
            return memory.quote(id).filter(organization::owns);
        }
    }

    @Override
    public Page<Quote> page(OrganizationId organization, QuoteFilter filter, PageRequest<QuoteId> request) {
        synchronized (memory) {
            return Memory.page(
                    organization, memory.quotes.values(), filter::includes, quote -> quote.id().uuid(), request.map(QuoteId::uuid));
        }
    }
}

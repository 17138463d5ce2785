package dev.corridor.application.quote.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteFilter;
import dev.corridor.domain.quote.QuoteId;
import java.util.Optional;

/** Reads quotes outside a decision; to execute one, a decision locks it through the books. */
public interface Quotes {

    Optional<Quote> find(OrganizationId organization, QuoteId id);

    Page<Quote> page(OrganizationId organization, QuoteFilter filter, PageRequest<QuoteId> request);
}

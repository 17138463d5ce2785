package dev.corridor.application.quote.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteFilter;
import dev.corridor.domain.quote.QuoteId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Reads quotes outside a decision; to execute one, a decision locks it through the books. */
public interface Quotes {

    Optional<Quote> find(OrganizationId organization, QuoteId id);

    /**
     * The same for a caller that cannot wait. These quotes are at hand.
     *
     * @param answers completes the stage, unless it is complete already
     */
    default CompletionStage<Optional<Quote>> find(OrganizationId organization, QuoteId id, Executor answers) {
        return CompletableFuture.completedStage(find(organization, id));
    }

    Page<Quote> page(OrganizationId organization, QuoteFilter filter, PageRequest<QuoteId> request);
}

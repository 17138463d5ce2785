package dev.corridor.persistence.quote;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteFilter;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.TenantQuery;
import dev.corridor.persistence.lookup.TenantLookup;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresQuotes implements Quotes {

    private static final String HAS_STATUS = "case when executed_at is not null then 'COMPLETED' when expires_at <= :at then 'EXPIRED' else 'PENDING' end = any(:statuses)";

    private final Jdbi jdbi;
    private final QuoteRows rows;
    private final TenantLookup<QuoteId, Quote> quotes;

    public PostgresQuotes(DataSource dataSource, AssetCatalogue assets, BatchScope scope) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.rows = new QuoteRows(assets);
        this.quotes = new TenantLookup<>(
                jdbi,
                scope,
                new TenantLookup.Rows<>(
                        QuoteRows.SELECT + "where quote_id = any(:ids) and organization_id = any(:organizations)",
                        QuoteId::uuid,
                        rows,
                        quote -> new TenantLookup.Key<>(quote.terms().organization(), quote.id()),
                        (quote, same) -> quote));
    }

    @Override
    public Optional<Quote> find(OrganizationId organization, QuoteId id) {
        return quotes.find(organization, id);
    }

    @Override
    public CompletionStage<Optional<Quote>> find(OrganizationId organization, QuoteId id, Executor answers) {
        return quotes.find(organization, id, answers);
    }

    @Override
    public Page<Quote> page(OrganizationId organization, QuoteFilter filter, PageRequest<QuoteId> request) {
        var list = new TenantQuery<>(organization, QuoteRows.SELECT, rows);
        filter.account().ifPresent(account -> list.where("account_id = :account", "account", account.uuid()));
        if (!filter.statuses().isEmpty()) {
            list.bindAny("statuses", String.class, filter.statuses().stream().map(Quote.Status::name).toList())
                    .where(HAS_STATUS, "at", filter.at());
        }
        return list.page(jdbi, "quote_id", request, QuoteId::uuid);
    }
}

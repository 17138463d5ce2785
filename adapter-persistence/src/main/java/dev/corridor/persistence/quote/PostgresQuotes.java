package dev.corridor.persistence.quote;

import dev.corridor.application.quote.port.Quotes;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.TenantQuery;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresQuotes implements Quotes {

    private final Jdbi jdbi;
    private final QuoteRows rows;

    public PostgresQuotes(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.rows = new QuoteRows(assets);
    }

    @Override
    public Optional<Quote> find(OrganizationId organization, QuoteId id) {
        return new TenantQuery<>(organization, QuoteRows.SELECT, rows)
                .where("quote_id = :id", "id", id.uuid())
                .find(jdbi);
    }
}

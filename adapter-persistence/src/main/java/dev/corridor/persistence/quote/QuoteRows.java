package dev.corridor.persistence.quote;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.money;
import static dev.corridor.persistence.Columns.optionalInstant;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Conversion;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Quotes as they stand in their table. */
public final class QuoteRows implements RowMapper<Quote> {

    public static final String SELECT =
            """
            select quote_id, organization_id, account_id, from_asset, from_amount, to_asset, to_amount, fee, mid_rate,
                issued_at, expires_at, executed_at
            from quotes
            """;

    private static final String RECORD =
            """
            insert into quotes
                (quote_id, organization_id, account_id, from_asset, from_amount, to_asset, to_amount, fee, mid_rate,
                issued_at, expires_at, executed_at)
            select *
            from unnest(:quotes.id, :quotes.organization, :quotes.account, :quotes.fromAsset, :quotes.fromAmount, :quotes.toAsset,
                :quotes.toAmount, :quotes.fee, :quotes.midRate, :quotes.issuedAt, :quotes.expiresAt, :quotes.executedAt)
            on conflict (quote_id, organization_id)
            do update set executed_at = excluded.executed_at
            """;

    private final AssetCatalogue assets;

    public QuoteRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Writes new quotes, and the new state of known ones; their terms never change. */
    public static void record(List<Quote> quotes, Pipeline pipeline) {
        pipeline.update(RECORD, quotes)
                .bind("quotes.id", UUID.class, quote -> quote.id().uuid())
                .bind("quotes.organization", UUID.class, quote -> quote.terms().organization().uuid())
                .bind("quotes.account", UUID.class, quote -> quote.account().uuid())
                .bind("quotes.fromAsset", String.class, quote -> quote.conversion().from().asset().code())
                .bind("quotes.fromAmount", Long.class, quote -> quote.conversion().from().units())
                .bind("quotes.toAsset", String.class, quote -> quote.conversion().to().asset().code())
                .bind("quotes.toAmount", Long.class, quote -> quote.conversion().to().units())
                .bind("quotes.fee", Long.class, quote -> quote.conversion().fee().units())
                .bind("quotes.midRate", Long.class, quote -> quote.conversion().mid().tenBillionths())
                .bind("quotes.issuedAt", Instant.class, quote -> quote.terms().issuedAt())
                .bind("quotes.expiresAt", Instant.class, quote -> quote.terms().expiresAt())
                .bind("quotes.executedAt", Instant.class, QuoteRows::executedAtOrNull);
    }

    private static Instant executedAtOrNull(Quote quote) {
        return switch (quote) {
            case Quote.Pending pending -> null;
            case Quote.Completed completed -> completed.executedAt();
        };
    }

    @Override
    public Quote map(ResultSet row, StatementContext context) throws SQLException {
        var terms = new Quote.Terms(
                new QuoteId(uuid(row, "quote_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new AccountId(uuid(row, "account_id")),
                conversion(row),
                instant(row, "issued_at"),
                instant(row, "expires_at"));
        return optionalInstant(row, "executed_at")
                .<Quote>map(executedAt -> new Quote.Completed(terms, executedAt))
                .orElseGet(() -> new Quote.Pending(terms));
    }

    private Conversion conversion(ResultSet row) throws SQLException {
        var from = money(row, "from_amount", "from_asset", assets);
        var to = money(row, "to_amount", "to_asset", assets);
        var fee = money(row, "fee", "from_asset", assets);
        return new Conversion(from, to, fee, new Rate(from.asset(), to.asset(), row.getLong("mid_rate")));
    }
}

package dev.corridor.persistence.quote;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Conversion;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.BulkUpdate;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps quotes to their table. */
public final class QuoteRows implements RowMapper<Quote> {

    public static final String SELECT = """
            select quote_id, organization_id, account_id, from_asset, from_amount, to_asset, to_amount, fee, mid_rate,
                tick_symbol, tick_slot, issued_at, expires_at, executed_at
            from quotes
            """;

    private static final BulkInsert<Quote> RECORDING = BulkInsert.<Quote>into("quotes")
            .uuid("quote_id", quote -> quote.id().uuid())
            .uuid("organization_id", quote -> quote.terms().organization().uuid())
            .uuid("account_id", quote -> quote.account().uuid())
            .text("from_asset", quote -> quote.conversion().from().asset().code())
            .bigint("from_amount", quote -> quote.conversion().from().units())
            .text("to_asset", quote -> quote.conversion().to().asset().code())
            .bigint("to_amount", quote -> quote.conversion().to().units())
            .bigint("fee", quote -> quote.conversion().fee().units())
            .bigint("mid_rate", quote -> quote.conversion().mid().tenBillionths())
            .text("tick_symbol", quote -> quote.terms().tick().map(tick -> tick.symbol().name()).orElse(null))
            .timestamp("tick_slot", quote -> quote.terms().tick().map(TickId::slot).orElse(null))
            .timestamp("issued_at", quote -> quote.terms().issuedAt())
            .timestamp("expires_at", quote -> quote.terms().expiresAt())
            .timestamp("executed_at", QuoteRows::executedAtOrNull)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    private static final BulkUpdate<Quote> CHANGING = BulkUpdate.<Quote>with("quote_executions_record")
            .uuid(quote -> quote.id().uuid())
            .uuid(quote -> quote.terms().organization().uuid())
            .timestamp(QuoteRows::executedAtOrNull)
            .build(quote -> quote.terms().organization(), """
                    update quotes
                    set executed_at = executed.executed_at
                    from unnest(?) as executed
                    where quotes.quote_id = executed.quote_id and quotes.organization_id = executed.organization_id
                        and quotes.organization_id = any(?)
                    """);

    public static final Statement CHANGE = CHANGING.statement();

    private final AssetCatalogue assets;

    public QuoteRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    public static void record(List<Quote> quotes, Statements statements) {
        RECORDING.record(quotes, statements);
    }

    /** Updates the state; a quote's terms never change. */
    public static void change(List<Quote> quotes, Statements statements) {
        CHANGING.record(quotes, statements);
    }

    private static Instant executedAtOrNull(Quote quote) {
        return switch (quote) {
            case Quote.Pending pending -> null;
            case Quote.Completed completed -> completed.executedAt();
        };
    }

    @Override
    public Quote map(ResultSet row, StatementContext context) throws SQLException {
        var conversion = conversion(row);
        var terms = new Quote.Terms(
                new QuoteId(uuid(row, "quote_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new AccountId(uuid(row, "account_id")),
                conversion,
                tick(row, conversion.mid()),
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
        return new Conversion(from, to, fee, mid(row, from.asset(), to.asset()));
    }

    /** In the direction of the tick's symbol; quotes older than ticks store it in their own. */
    private static Rate mid(ResultSet row, Asset from, Asset to) throws SQLException {
        var symbol = row.getString("tick_symbol");
        boolean isSold = symbol == null || symbol.equals(new Symbol(from, to).name());
        return isSold ? new Rate(from, to, row.getLong("mid_rate")) : new Rate(to, from, row.getLong("mid_rate"));
    }

    private static Optional<TickId> tick(ResultSet row, Rate mid) throws SQLException {
        return optionalInstant(row, "tick_slot").map(slot -> new TickId(new Symbol(mid.base(), mid.counter()), slot));
    }
}

package dev.corridor.persistence.quote;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.OpenQuotes.Tally;
import dev.corridor.persistence.BulkUpdate;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Tallies of open quotes. They stand in the row of their account, which is locked and read anyway by whatever issues or executes a quote. */
public final class OpenQuoteRows implements RowMapper<OpenQuotes> {

    public static final String COLUMNS = "quotes_since, open_quotes, open_worth, open_quotes_before, open_worth_before";

    private static final BulkUpdate<Owned> CHANGING = BulkUpdate.<Owned>with("open_quotes_record")
            .uuid(owned -> owned.open.account().uuid())
            .uuid(owned -> owned.organization.uuid())
            .timestamp(owned -> owned.open.since())
            .bigint(owned -> owned.open.present().number())
            .bigint(owned -> owned.open.present().worth())
            .bigint(owned -> owned.open.before().number())
            .bigint(owned -> owned.open.before().worth())
            .build(Owned::organization, """
                    update accounts
                    set quotes_since = changed.quotes_since, open_quotes = changed.open_quotes, open_worth = changed.open_worth,
                        open_quotes_before = changed.open_quotes_before, open_worth_before = changed.open_worth_before
                    from unnest(?) as changed
                    where accounts.account_id = changed.account_id and accounts.organization_id = changed.organization_id
                        and accounts.organization_id = any(?)
                    """);

    public static final Statement CHANGE = CHANGING.statement();

    private record Owned(OpenQuotes open, OrganizationId organization) {}

    /** Writes each tally as it is now, which is only right under the lock of its account. */
    public static void change(List<OpenQuotes> tallies, Function<AccountId, OrganizationId> organization, Statements statements) {
        CHANGING.record(tallies.stream().map(open -> new Owned(open, organization.apply(open.account()))).toList(), statements);
    }

    @Override
    public OpenQuotes map(ResultSet row, StatementContext context) throws SQLException {
        return new OpenQuotes(
                new AccountId(uuid(row, "account_id")),
                instant(row, "quotes_since"),
                new Tally(row.getLong("open_quotes"), row.getLong("open_worth")),
                new Tally(row.getLong("open_quotes_before"), row.getLong("open_worth_before")));
    }
}

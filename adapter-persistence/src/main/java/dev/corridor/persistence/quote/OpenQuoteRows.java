package dev.corridor.persistence.quote;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.OpenQuotes.Tally;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Organizations;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Tallies of open quotes. They stand in the row of their account, which is locked and read anyway by whatever issues or executes a quote. */
public final class OpenQuoteRows implements RowMapper<OpenQuotes> {

    public static final String COLUMNS = "quotes_since, open_quotes, open_worth, open_quotes_before, open_worth_before";

    private static final String CHANGE = """
            update accounts
            set quotes_since = changed.since, open_quotes = changed.number, open_worth = changed.worth,
                open_quotes_before = changed.number_before, open_worth_before = changed.worth_before
            from (select unnest(?) as account_id, unnest(?) as organization_id, unnest(?) as since, unnest(?) as number, unnest(?) as worth,
                unnest(?) as number_before, unnest(?) as worth_before) as changed
            where accounts.account_id = changed.account_id and accounts.organization_id = changed.organization_id
                and accounts.organization_id = any(?)
            """;

    /** Writes each tally as it is now, which is only right under the lock of its account. */
    public static void change(List<OpenQuotes> tallies, Function<AccountId, OrganizationId> organization, Pipeline pipeline) {
        if (!tallies.isEmpty()) {
            pipeline.update(
                    CHANGE,
                    ArrayType.UUIDS.of(tallies, open -> open.account().uuid()),
                    ArrayType.UUIDS.of(tallies, open -> organization.apply(open.account()).uuid()),
                    ArrayType.INSTANTS.of(tallies, OpenQuotes::since),
                    ArrayType.LONGS.of(tallies, open -> open.present().number()),
                    ArrayType.LONGS.of(tallies, open -> open.present().worth()),
                    ArrayType.LONGS.of(tallies, open -> open.before().number()),
                    ArrayType.LONGS.of(tallies, open -> open.before().worth()),
                    Organizations.of(tallies, open -> organization.apply(open.account())));
        }
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

package dev.corridor.persistence.operator;

import static dev.corridor.persistence.ColumnTypes.optionalInstant;

import dev.corridor.application.operator.port.LoadFigures;
import dev.corridor.domain.operator.Backlog;
import dev.corridor.domain.operator.LaneLoad;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.books.PostgresBooks;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Conditions are literals, so that the indexes of what waits serve. */
public final class PostgresLoadFigures implements LoadFigures {

    private static final String RAILS = """
            select coalesce(chain, bank, 'none') as name, count(*) as number, min(created_at) as oldest
            from transactions
            left join bank_transfers using (transaction_id, organization_id)
            where status = 'LOCKED'
            group by 1
            order by 1
            """;

    private static final String OUTBOXES = """
            select 'chains' as name, count(*) as number, min(waiting_since) as oldest from chain_transfers where waiting_since is not null
            union all
            select 'bank orders', count(*), min(due_at) from bank_transfers where due_at is not null
            union all
            select 'bank files', count(*), min(due_at) from bank_files where due_at is not null
            union all
            select 'network', count(*), min(waiting_since) from network_transfers where waiting_since is not null
            union all
            select 'webhooks', count(*), min(created_at) from webhook_deliveries where state = 'PENDING'
            """;

    private final Jdbi jdbi;
    private final PostgresBooks books;

    public PostgresLoadFigures(DataSource dataSource, PostgresBooks books) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.books = books;
    }

    @Override
    public LaneLoad lanes() {
        return new LaneLoad(books.waiting(), books.oldestWaiting());
    }

    @Override
    public List<Backlog> rails() {
        return read(RAILS);
    }

    @Override
    public List<Backlog> outboxes() {
        return read(OUTBOXES);
    }

    private List<Backlog> read(String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .map((row, context) -> new Backlog(row.getString("name"), row.getLong("number"), optionalInstant(row, "oldest")))
                .list());
    }
}

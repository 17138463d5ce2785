package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.transaction.port.Holds;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.organization.ResidenceRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresHolds implements Holds {

    private static final String DUE = """
            select organization_id, transaction_id
            from payout_holds
            where due_at <= :now and not %s
            order by due_at
            limit :limit
            """
            .formatted(ResidenceRows.isAway("payout_holds"));

    private static final String UNDER_REVIEW = """
            select organization_id, transaction_id
            from payout_holds
            where ended_at is null and waits_for like '%%REVIEW%%' and passed not like '%%REVIEW%%' and not %s
            order by transaction_id
            limit :limit
            """
            .formatted(ResidenceRows.isAway("payout_holds"));

    private final Jdbi jdbi;

    public PostgresHolds(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public List<Waiting> due(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> waiting(row))
                .list());
    }

    @Override
    public List<Waiting> underReview(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(UNDER_REVIEW)
                .bind("limit", limit)
                .map((row, context) -> waiting(row))
                .list());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(new OrganizationId(uuid(row, "organization_id")), new TransactionId(uuid(row, "transaction_id")));
    }

    @Override
    public void postpone(Waiting waiting, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update payout_holds set due_at = :until
                        where transaction_id = :payout and organization_id = :organization and due_at is not null
                        """)
                .bind("until", until)
                .bind("payout", waiting.payout().uuid())
                .bind("organization", waiting.organization().uuid())
                .execute());
    }
}

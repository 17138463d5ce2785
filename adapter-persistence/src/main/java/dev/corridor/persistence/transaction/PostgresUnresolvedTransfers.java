package dev.corridor.persistence.transaction;

import dev.corridor.application.transaction.port.UnresolvedTransfers;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.persistence.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Claims with {@code skip locked}, so concurrent claims wait for nothing and cannot deadlock. */
public final class PostgresUnresolvedTransfers implements UnresolvedTransfers {

    /** {@code materialized} selects and locks the rows once, whatever the plan of the update. */
    private static final String CLAIM = """
            with due as materialized (
                select transaction_id, organization_id, waiting_since
                from chain_transfers
                where waiting_since <= :due
                order by waiting_since, transaction_id
                limit :limit
                for no key update skip locked
            ), claimed as (
                update chain_transfers as transfer
                set waiting_since = :now
                from due
                where transfer.transaction_id = due.transaction_id and transfer.organization_id = due.organization_id
                returning transfer.transaction_id, transfer.organization_id, transfer.chain, transfer.tx_hash, transfer.raw,
                    due.waiting_since as waited_since
            )
            select transaction_id, organization_id, chain, tx_hash, raw
            from claimed
            order by waited_since, transaction_id
            """;

    private final Jdbi jdbi;
    private final TransferRows rows = new TransferRows();

    public PostgresUnresolvedTransfers(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public List<SignedTransfer> claim(Instant now, Duration lease, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("due", now.minus(lease))
                .bind("now", now)
                .bind("limit", limit)
                .map(rows)
                .list());
    }
}

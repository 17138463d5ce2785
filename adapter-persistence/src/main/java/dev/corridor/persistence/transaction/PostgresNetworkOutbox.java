package dev.corridor.persistence.transaction;

import dev.corridor.application.transaction.port.NetworkOutbox;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DueOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Transfers between organizations, claimed by lease. */
public final class PostgresNetworkOutbox implements NetworkOutbox {

    private static final DueOrganizations WAITING = new DueOrganizations("network_transfers", "waiting_since <= :due", "waiting_since");

    /** {@code materialized} selects and locks the rows once, whatever the plan of the update. */
    private static final String CLAIM = """
            with due as materialized (
                select transaction_id, organization_id, waiting_since
                from network_transfers
                where waiting_since <= :due and organization_id = any(:organizations)
                order by waiting_since, transaction_id
                limit :limit
                for no key update skip locked
            ), claimed as (
                update network_transfers as transfer
                set waiting_since = :now
                from due
                where transfer.transaction_id = due.transaction_id and transfer.organization_id = due.organization_id
                    and transfer.organization_id = any(:organizations)
                returning transfer.*, due.waiting_since as waited_since
            )
            select transaction_id, organization_id, asset, amount, receiver, receiving_account, sender_handle, claimed.sender_name, description, failures
            from claimed
            join transactions using (transaction_id, organization_id)
            where transactions.organization_id = any(:organizations)
            order by waited_since, transaction_id
            """;

    private static final String POSTPONE = """
            update network_transfers
            set waiting_since = waiting_since + :millis * interval '1 millisecond', failures = failures + 1
            where transaction_id = :transaction and organization_id = :organization
            """;

    private static final String END = """
            update network_transfers
            set waiting_since = null
            where transaction_id = :transaction and organization_id = :organization and waiting_since is not null
            """;

    private final Jdbi jdbi;
    private final BatchScope scope;
    private final NetworkTransferRows rows;

    public PostgresNetworkOutbox(DataSource dataSource, AssetCatalogue assets, BatchScope scope) {
        this.jdbi = Database.on(dataSource);
        this.scope = scope;
        this.rows = new NetworkTransferRows(assets);
    }

    @Override
    public List<Waiting> claim(Instant now, Duration lease, int limit) {
        var due = now.minus(lease);
        return WAITING.take(
                jdbi,
                scope,
                limit,
                query -> query.bind("due", due),
                CLAIM,
                claim -> claim.bind("now", now)
                        .map((row, context) -> new Waiting(rows.map(row, context), row.getInt("failures")))
                        .list());
    }

    @Override
    public void postpone(NetworkTransfer transfer, Duration by) {
        jdbi.useHandle(handle -> of(transfer, handle.createUpdate(POSTPONE)).bind("millis", by.toMillis()).execute());
    }

    @Override
    public void end(NetworkTransfer transfer) {
        jdbi.useHandle(handle -> of(transfer, handle.createUpdate(END)).execute());
    }

    private static Update of(NetworkTransfer transfer, Update statement) {
        return statement.bind("transaction", transfer.transaction().uuid()).bind("organization", transfer.organization().uuid());
    }
}

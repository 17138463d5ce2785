package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps transfers between organizations to their table, as decisions write them. Amount and note stand with the transaction, which never changes them. */
public final class NetworkTransferRows implements RowMapper<NetworkTransfer> {

    /** A transfer waits since its transaction was created. */
    private static final BulkInsert<Begun> RECORDING = BulkInsert.<Begun>into("network_transfers")
            .uuid("transaction_id", begun -> begun.transfer.transaction().uuid())
            .uuid("organization_id", begun -> begun.transfer.organization().uuid())
            .uuid("receiver", begun -> begun.transfer.receiver().uuid())
            .uuid("receiving_account", begun -> begun.transfer.account().uuid())
            .text("sender_handle", begun -> begun.transfer.senderHandle().text())
            .text("sender_name", begun -> begun.transfer.senderName().orElse(null))
            .timestamp("waiting_since", Begun::since)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    private record Begun(NetworkTransfer transfer, Instant since) {}

    private final AssetCatalogue assets;

    NetworkTransferRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Inserts transfers whose transactions exist already. */
    public static void record(List<NetworkTransfer> transfers, Function<TransactionId, Instant> createdAt, Statements statements) {
        RECORDING.record(
                transfers.stream().map(transfer -> new Begun(transfer, createdAt.apply(transfer.transaction()))).toList(), statements);
    }

    @Override
    public NetworkTransfer map(ResultSet row, StatementContext context) throws SQLException {
        return new NetworkTransfer(
                new TransactionId(uuid(row, "transaction_id")),
                new OrganizationId(uuid(row, "organization_id")),
                money(row, "amount", "asset", assets),
                new OrganizationId(uuid(row, "receiver")),
                new AccountId(uuid(row, "receiving_account")),
                new NetworkHandle(row.getString("sender_handle")),
                Optional.ofNullable(row.getString("sender_name")),
                row.getString("description"));
    }
}

package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps transfers between organizations to their table, as decisions write them. Amount and note stand with the transaction, which never changes them. */
public final class NetworkTransferRows implements RowMapper<NetworkTransfer> {

    /** A transfer waits since its transaction was created. Not a join: planned on an empty table, it would scan all transactions. */
    private static final String RECORD = """
            insert into network_transfers
                (transaction_id, organization_id, receiver, receiving_account, sender_handle, sender_name, waiting_since)
            select transaction_id, organization_id, receiver, receiving_account, sender_handle, sender_name,
                (select created_at
                from transactions
                where transactions.transaction_id = sent.transaction_id and transactions.organization_id = sent.organization_id)
            from (
                select unnest(?) as transaction_id, unnest(?) as organization_id, unnest(?) as receiver, unnest(?) as receiving_account,
                    unnest(?) as sender_handle, unnest(?) as sender_name
            ) as sent
            """;

    private final AssetCatalogue assets;

    NetworkTransferRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Inserts transfers whose transactions exist already. */
    public static void record(List<NetworkTransfer> transfers, Pipeline pipeline) {
        if (!transfers.isEmpty()) {
            pipeline.update(
                    RECORD,
                    ArrayType.UUIDS.of(transfers, transfer -> transfer.transaction().uuid()),
                    ArrayType.UUIDS.of(transfers, transfer -> transfer.organization().uuid()),
                    ArrayType.UUIDS.of(transfers, transfer -> transfer.receiver().uuid()),
                    ArrayType.UUIDS.of(transfers, transfer -> transfer.account().uuid()),
                    ArrayType.TEXTS.of(transfers, transfer -> transfer.senderHandle().text()),
                    ArrayType.TEXTS.of(transfers, transfer -> transfer.senderName().orElse(null)));
        }
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

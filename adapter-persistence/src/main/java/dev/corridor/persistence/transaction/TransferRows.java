package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps transfers to their table, as decisions write them. */
public final class TransferRows implements RowMapper<ChainTransfer> {

    /** A transfer waits since its transaction was created. Not a join: planned on an empty table, it would scan all transactions. */
    private static final String RECORD = """
            insert into chain_transfers (transaction_id, organization_id, chain, to_address, asset, amount, waiting_since)
            select transaction_id, organization_id, chain, to_address, asset, amount,
                (select created_at
                from transactions
                where transactions.transaction_id = sent.transaction_id and transactions.organization_id = sent.organization_id)
            from (
                select unnest(?) as transaction_id, unnest(?) as organization_id, unnest(?) as chain, unnest(?) as to_address,
                    unnest(?) as asset, unnest(?) as amount
            ) as sent
            """;

    private static final String END = """
            update chain_transfers
            set waiting_since = null
            where transaction_id = any(?) and organization_id = any(?)
            """;

    private final AssetCatalogue assets;

    TransferRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Inserts transfers whose transactions exist already. */
    public static void record(List<ChainTransfer> transfers, Pipeline pipeline) {
        if (!transfers.isEmpty()) {
            pipeline.update(
                    RECORD,
                    ArrayType.UUIDS.of(transfers, transfer -> transfer.transaction().uuid()),
                    ArrayType.UUIDS.of(transfers, transfer -> transfer.organization().uuid()),
                    ArrayType.TEXTS.of(transfers, transfer -> transfer.chain().name()),
                    ArrayType.TEXTS.of(transfers, ChainTransfer::toAddress),
                    ArrayType.TEXTS.of(transfers, transfer -> transfer.amount().asset().code()),
                    ArrayType.LONGS.of(transfers, transfer -> transfer.amount().units()));
        }
    }

    /** Ends the polling of the chain for final payouts. */
    public static void end(List<Transaction> payouts, Pipeline pipeline) {
        if (!payouts.isEmpty()) {
            pipeline.update(
                    END,
                    ArrayType.UUIDS.of(payouts, payout -> payout.id().uuid()),
                    ArrayType.UUIDS.of(payouts, payout -> payout.organization().uuid()));
        }
    }

    @Override
    public ChainTransfer map(ResultSet row, StatementContext context) throws SQLException {
        return new ChainTransfer(
                new TransactionId(uuid(row, "transaction_id")),
                new OrganizationId(uuid(row, "organization_id")),
                ChainName.valueOf(row.getString("chain")),
                row.getString("to_address"),
                money(row, "amount", "asset", assets));
    }
}

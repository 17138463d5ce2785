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
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps transfers to their table, as decisions write them. */
public final class TransferRows implements RowMapper<ChainTransfer> {

    /** A transfer waits since its transaction was created. */
    private static final BulkInsert<Waiting> RECORDING = BulkInsert.<Waiting>into("chain_transfers")
            .uuid("transaction_id", waiting -> waiting.transfer.transaction().uuid())
            .uuid("organization_id", waiting -> waiting.transfer.organization().uuid())
            .text("chain", waiting -> waiting.transfer.chain().name())
            .text("to_address", waiting -> waiting.transfer.toAddress())
            .text("asset", waiting -> waiting.transfer.amount().asset().code())
            .bigint("amount", waiting -> waiting.transfer.amount().units())
            .timestamp("waiting_since", Waiting::since)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    public static final Statement END = Statement.of("""
            update chain_transfers
            set waiting_since = null
            where transaction_id = any(?) and organization_id = any(?)
            """, ArrayType.UUIDS, ArrayType.UUIDS);

    private record Waiting(ChainTransfer transfer, Instant since) {}

    private final AssetCatalogue assets;

    TransferRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Inserts transfers whose transactions exist already. */
    public static void record(List<ChainTransfer> transfers, Function<TransactionId, Instant> createdAt, Statements statements) {
        RECORDING.record(
                transfers.stream().map(transfer -> new Waiting(transfer, createdAt.apply(transfer.transaction()))).toList(), statements);
    }

    /** Ends the polling of the chain for final payouts. */
    public static void end(List<Transaction> payouts, Statements statements) {
        if (!payouts.isEmpty()) {
            statements.update(
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

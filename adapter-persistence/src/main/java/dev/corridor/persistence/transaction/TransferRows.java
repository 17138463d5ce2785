package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Signed transfers as they stand in their table. */
public final class TransferRows implements RowMapper<SignedTransfer> {

    /** A transfer waits from the moment its transaction was made. Not a join: planned on an empty table, it would read all transactions. */
    private static final String RECORD =
            """
            insert into chain_transfers (transaction_id, organization_id, chain, tx_hash, raw, waiting_since)
            select transaction_id, organization_id, chain, tx_hash, raw,
                (select created_at
                from transactions
                where transactions.transaction_id = signed.transaction_id and transactions.organization_id = signed.organization_id)
            from unnest(:transfers.transaction, :transfers.organization, :transfers.chain, :transfers.txHash, :transfers.raw)
                as signed (transaction_id, organization_id, chain, tx_hash, raw)
            """;

    private static final String END =
            """
            update chain_transfers
            set waiting_since = null
            where transaction_id = any(:ended.transaction) and organization_id = any(:ended.organization)
            """;

    /** Keeps transfers whose transactions are recorded already. */
    public static void record(List<SignedTransfer> transfers, Pipeline pipeline) {
        pipeline.update(RECORD, transfers)
                .bind("transfers.transaction", UUID.class, transfer -> transfer.transaction().uuid())
                .bind("transfers.organization", UUID.class, transfer -> transfer.organization().uuid())
                .bind("transfers.chain", String.class, transfer -> transfer.chain().name())
                .bind("transfers.txHash", String.class, SignedTransfer::txHash)
                .bind("transfers.raw", String.class, SignedTransfer::raw);
    }

    /** The payouts have come to their end: nobody needs to ask the chain again. */
    public static void end(List<Transaction> payouts, Pipeline pipeline) {
        pipeline.update(END, payouts)
                .bind("ended.transaction", UUID.class, payout -> payout.id().uuid())
                .bind("ended.organization", UUID.class, payout -> payout.organization().uuid());
    }

    @Override
    public SignedTransfer map(ResultSet row, StatementContext context) throws SQLException {
        return new SignedTransfer(
                new TransactionId(uuid(row, "transaction_id")),
                new OrganizationId(uuid(row, "organization_id")),
                ChainName.valueOf(row.getString("chain")),
                row.getString("tx_hash"),
                row.getString("raw"));
    }
}

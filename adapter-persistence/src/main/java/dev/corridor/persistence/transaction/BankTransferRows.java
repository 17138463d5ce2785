package dev.corridor.persistence.transaction;

import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Pipeline;
import java.util.List;

/** Writes the transfers of fiat payouts, as decisions record them. */
public final class BankTransferRows {

    /** A transfer is due when its transaction was created. Not a join: planned on an empty table, it would scan all transactions. */
    private static final String RECORD = """
            insert into bank_transfers (transaction_id, organization_id, bank, due_at)
            select transaction_id, organization_id, bank,
                (select created_at
                from transactions
                where transactions.transaction_id = sent.transaction_id and transactions.organization_id = sent.organization_id)
            from (select unnest(?) as transaction_id, unnest(?) as organization_id, unnest(?) as bank) as sent
            """;

    private static final String END = """
            update bank_transfers
            set due_at = null
            where transaction_id = any(?) and organization_id = any(?)
            """;

    private BankTransferRows() {}

    /** Inserts transfers whose transactions exist already. */
    public static void record(List<BankTransfer> transfers, Pipeline pipeline) {
        if (!transfers.isEmpty()) {
            pipeline.update(
                    RECORD,
                    ArrayType.UUIDS.of(transfers, transfer -> transfer.transaction().uuid()),
                    ArrayType.UUIDS.of(transfers, transfer -> transfer.organization().uuid()),
                    ArrayType.TEXTS.of(transfers, BankTransfer::bank));
        }
    }

    /** Keeps payouts that have ended out of files. */
    public static void end(List<Transaction> payouts, Pipeline pipeline) {
        if (!payouts.isEmpty()) {
            pipeline.update(
                    END,
                    ArrayType.UUIDS.of(payouts, payout -> payout.id().uuid()),
                    ArrayType.UUIDS.of(payouts, payout -> payout.organization().uuid()));
        }
    }
}

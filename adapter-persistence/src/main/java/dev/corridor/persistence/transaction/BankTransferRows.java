package dev.corridor.persistence.transaction;

import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Writes the transfers of fiat payouts, as decisions record them. */
public final class BankTransferRows {

    /** A transfer is due when its transaction was created. */
    private static final BulkInsert<Due> RECORDING = BulkInsert.<Due>into("bank_transfers")
            .uuid("transaction_id", due -> due.transfer.transaction().uuid())
            .uuid("organization_id", due -> due.transfer.organization().uuid())
            .text("bank", due -> due.transfer.bank())
            .timestamp("due_at", Due::at)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    private record Due(BankTransfer transfer, Instant at) {}

    public static final Statement END = Statement.of("""
            update bank_transfers
            set due_at = null
            where transaction_id = any(?) and organization_id = any(?)
            """, ArrayType.UUIDS, ArrayType.UUIDS);

    private BankTransferRows() {}

    /** Inserts transfers whose transactions exist already. */
    public static void record(List<BankTransfer> transfers, Function<TransactionId, Instant> createdAt, Statements statements) {
        RECORDING.record(
                transfers.stream().map(transfer -> new Due(transfer, createdAt.apply(transfer.transaction()))).toList(), statements);
    }

    /** Keeps payouts that have ended out of files. */
    public static void end(List<Transaction> payouts, Statements statements) {
        if (!payouts.isEmpty()) {
            statements.update(
                    END,
                    ArrayType.UUIDS.of(payouts, payout -> payout.id().uuid()),
                    ArrayType.UUIDS.of(payouts, payout -> payout.organization().uuid()));
        }
    }
}

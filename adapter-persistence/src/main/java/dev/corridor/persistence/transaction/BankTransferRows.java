package dev.corridor.persistence.transaction;

import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
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

    private record Due(BankTransfer transfer, Instant at) {}

    private static final String END = """
            update bank_transfers
            set due_at = null
            where transaction_id = any(?) and organization_id = any(?)
            """;

    private BankTransferRows() {}

    /** Inserts transfers whose transactions exist already. */
    public static void record(List<BankTransfer> transfers, Function<TransactionId, Instant> createdAt, Pipeline pipeline) {
        RECORDING.record(
                transfers.stream().map(transfer -> new Due(transfer, createdAt.apply(transfer.transaction()))).toList(), pipeline);
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

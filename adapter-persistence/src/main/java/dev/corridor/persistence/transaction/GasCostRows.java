package dev.corridor.persistence.transaction;

import dev.corridor.domain.transaction.GasCost;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.util.List;

/** Writes what the house has paid to networks, as decisions book it. */
public final class GasCostRows {

    private static final BulkInsert<GasCost> RECORDING = BulkInsert.<GasCost>into("gas_costs")
            .text("chain", cost -> cost.chain().name())
            .text("tx_hash", GasCost::txHash)
            .text("wallet", GasCost::wallet)
            .uuid("transaction_id", cost -> cost.transaction().uuid())
            .uuid("organization_id", cost -> cost.organization().uuid())
            .numeric("units", GasCost::units)
            .bool("has_moved", GasCost::hasMoved)
            .timestamp("booked_at", GasCost::bookedAt)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    private GasCostRows() {}

    /** Appends costs whose transfers exist already. */
    public static void append(List<GasCost> costs, Statements statements) {
        RECORDING.record(costs, statements);
    }
}

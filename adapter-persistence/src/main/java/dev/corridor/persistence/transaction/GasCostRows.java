package dev.corridor.persistence.transaction;

import dev.corridor.domain.transaction.GasCost;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Pipeline;
import java.util.List;

/** Writes what the house has paid to networks, as decisions book it. */
public final class GasCostRows {

    private static final String APPEND = """
            insert into gas_costs (chain, tx_hash, wallet, transaction_id, organization_id, units, has_moved, booked_at)
            select chain, tx_hash, wallet, transaction_id, organization_id, units::numeric, has_moved, booked_at
            from (
                select unnest(?) as chain, unnest(?) as tx_hash, unnest(?) as wallet, unnest(?) as transaction_id,
                    unnest(?) as organization_id, unnest(?) as units, unnest(?) as has_moved, unnest(?) as booked_at
            ) as booked
            """;

    private GasCostRows() {}

    /** Appends costs whose transfers exist already. */
    public static void append(List<GasCost> costs, Pipeline pipeline) {
        if (!costs.isEmpty()) {
            pipeline.update(
                    APPEND,
                    ArrayType.TEXTS.of(costs, cost -> cost.chain().name()),
                    ArrayType.TEXTS.of(costs, GasCost::txHash),
                    ArrayType.TEXTS.of(costs, GasCost::wallet),
                    ArrayType.UUIDS.of(costs, cost -> cost.transaction().uuid()),
                    ArrayType.UUIDS.of(costs, cost -> cost.organization().uuid()),
                    ArrayType.TEXTS.of(costs, cost -> cost.units().toString()),
                    ArrayType.BOOLEANS.of(costs, GasCost::hasMoved),
                    ArrayType.INSTANTS.of(costs, GasCost::bookedAt));
        }
    }
}

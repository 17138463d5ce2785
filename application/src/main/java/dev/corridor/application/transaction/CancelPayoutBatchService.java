package dev.corridor.application.transaction;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.PayoutBatch;
import java.time.InstantSource;
import java.util.Map;

public final class CancelPayoutBatchService implements CancelPayoutBatch {

    private static final AuditAction CANCELLED = new AuditAction("payout_batch.cancelled");

    private final Registry registry;
    private final PayoutBatches batches;
    private final AuditLog audit;
    private final InstantSource clock;

    public CancelPayoutBatchService(Registry registry, PayoutBatches batches, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.batches = batches;
        this.audit = audit;
        this.clock = clock;
    }

    /** Cancelled first: what is answered is what is left after it. */
    @Override
    public PayoutBatch cancel(Command command) {
        var organization = command.caller().organization();
        boolean isNew = batches.cancel(organization, command.batch(), clock.instant());
        var cancelled = batches.find(organization, command.batch());
        return registry.decide(organization, command.once(), open -> {
            var batch = cancelled.orElseThrow(() -> new BusinessException(new NotFound("Payout batch")));
            if (isNew) {
                open.record(audit.draw(
                        organization, command.caller().principal(), CANCELLED, batch.id(), Map.of(), command.origin(), clock.instant()));
            }
            return batch;
        });
    }
}

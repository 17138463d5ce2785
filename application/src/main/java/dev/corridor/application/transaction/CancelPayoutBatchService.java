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

    /** What is decided meanwhile stays decided, and is counted when the batch is read again. */
    @Override
    public PayoutBatch cancel(Command command) {
        var organization = command.caller().organization();
        return registry.decide(organization, command.once(), open -> {
            var batch = batches.find(organization, command.batch()).orElseThrow(() -> new BusinessException(new NotFound("Payout batch")));
            if (batch.cancelledAt().isPresent()) {
                return batch;
            }
            var now = clock.instant();
            var cancelled = batch.cancel(now);
            open.cancel(cancelled);
            open.record(audit.draw(organization, command.caller().principal(), CANCELLED, batch.id(), Map.of(), command.origin(), now));
            return cancelled;
        });
    }
}

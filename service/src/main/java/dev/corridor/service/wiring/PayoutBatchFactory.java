package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.transaction.CancelPayoutBatch;
import dev.corridor.application.transaction.CancelPayoutBatchService;
import dev.corridor.application.transaction.CreatePayoutBatch;
import dev.corridor.application.transaction.CreatePayoutBatchService;
import dev.corridor.application.transaction.GetPayoutBatch;
import dev.corridor.application.transaction.GetPayoutBatchService;
import dev.corridor.application.transaction.ListBatchItems;
import dev.corridor.application.transaction.ListBatchItemsService;
import dev.corridor.application.transaction.ListPayoutBatches;
import dev.corridor.application.transaction.ListPayoutBatchesService;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.WorkOffBatches;
import dev.corridor.application.transaction.WorkOffBatchesService;
import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.transaction.PostgresPayoutBatches;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Batches of payouts: their port, use cases and upkeep. */
@Factory
final class PayoutBatchFactory {

    /** Much longer than a chunk takes; after a crash nobody waits longer for the rest. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final int CHUNK = 500;

    @Singleton
    PayoutBatches payoutBatches(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresPayoutBatches(dataSource, assets, settings.books().batchScope());
    }

    @Singleton
    CreatePayoutBatch createPayoutBatch(Registry registry, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new CreatePayoutBatchService(registry, audit, ids, clock);
    }

    @Singleton
    CancelPayoutBatch cancelPayoutBatch(Registry registry, PayoutBatches batches, AuditLog audit, InstantSource clock) {
        return new CancelPayoutBatchService(registry, batches, audit, clock);
    }

    @Singleton
    GetPayoutBatch getPayoutBatch(PayoutBatches batches) {
        return new GetPayoutBatchService(batches);
    }

    @Singleton
    ListPayoutBatches listPayoutBatches(PayoutBatches batches) {
        return new ListPayoutBatchesService(batches);
    }

    @Singleton
    ListBatchItems listBatchItems(PayoutBatches batches) {
        return new ListBatchItemsService(batches);
    }

    /** Decides the items of batches. */
    @Singleton
    Upkeep payoutBatchWork(PayoutBatches batches, PayOutFiat payOutFiat, PayOutCrypto payOutCrypto, Settings settings, InstantSource clock) {
        var workOff = new WorkOffBatchesService(
                batches, payOutFiat, payOutCrypto, settings.environment(), clock, task -> Thread.ofVirtual().start(task));
        return Upkeep.every(Duration.ofSeconds(1), "working off batches", () -> workOff.workOff(new WorkOffBatches.Command(LEASE, CHUNK)));
    }
}

package dev.corridor.service.wiring;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.transaction.DeliverTransfers;
import dev.corridor.application.transaction.DeliverTransfersService;
import dev.corridor.application.transaction.TransferBetweenAccounts;
import dev.corridor.application.transaction.TransferBetweenAccountsService;
import dev.corridor.application.transaction.TransferDelivery;
import dev.corridor.application.transaction.TransferOverNetwork;
import dev.corridor.application.transaction.TransferOverNetworkService;
import dev.corridor.application.transaction.port.NetworkOutbox;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.transaction.PostgresNetworkOutbox;
import dev.corridor.service.operation.MoneyInClearing;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** Transfers inside the house: their port, use cases and upkeep. */
@Factory
final class TransferFactory {

    /** Longer than the two decisions of a delivery usually take. Two nodes with the same transfer do no harm, but are of no use. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private static final Duration WATCHED_EVERY = Duration.ofSeconds(15);

    @Singleton
    NetworkOutbox networkOutbox(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresNetworkOutbox(dataSource, assets, settings.books().batchScope());
    }

    @Singleton
    TransferDelivery transferDelivery(Books books, NetworkOutbox outbox) {
        return new TransferDelivery(books, outbox);
    }

    @Singleton
    TransferBetweenAccounts transferBetweenAccounts(Books books) {
        return new TransferBetweenAccountsService(books);
    }

    @Singleton
    TransferOverNetwork transferOverNetwork(
            Books books, Organizations organizations, Accounts accounts, Beneficiaries beneficiaries, TransferDelivery delivery) {
        return new TransferOverNetworkService(books, organizations, accounts, beneficiaries, delivery);
    }

    @Singleton
    DeliverTransfers deliverTransfers(NetworkOutbox outbox, TransferDelivery delivery, InstantSource clock) {
        return new DeliverTransfersService(outbox, delivery, clock, RandomGenerator.getDefault());
    }

    /** Takes up transfers that a crash or an outage has left in clearing, from the start on. */
    @Singleton
    Upkeep transferDeliveries(DeliverTransfers deliverTransfers) {
        var deliver = Upkeep.inBatchesOf(50, limit -> deliverTransfers.deliver(new DeliverTransfers.Command(LEASE, limit)));
        return Upkeep.every(Duration.ofSeconds(1), "delivering transfers", deliver);
    }

    @Singleton
    Upkeep moneyInClearing(@Named(DatabaseFactory.ACCESS) DataSource dataSource, AssetCatalogue assets, MeterRegistry meters) {
        return Upkeep.every(WATCHED_EVERY, "looking at money in clearing", new MoneyInClearing(dataSource, assets, meters));
    }
}

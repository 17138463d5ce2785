package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.funding.BankFunding;
import dev.corridor.application.funding.DepositAddresses;
import dev.corridor.application.funding.GetFundingMethod;
import dev.corridor.application.funding.GetFundingMethodService;
import dev.corridor.application.funding.ListFundingMethods;
import dev.corridor.application.funding.ListFundingMethodsService;
import dev.corridor.application.funding.ListSuspense;
import dev.corridor.application.funding.ListSuspenseService;
import dev.corridor.application.funding.ProvisionFundingMethods;
import dev.corridor.application.funding.ProvisionFundingMethodsService;
import dev.corridor.application.funding.RecordReceipt;
import dev.corridor.application.funding.RecordReceiptService;
import dev.corridor.application.funding.ResolveReceipt;
import dev.corridor.application.funding.ResolveReceiptService;
import dev.corridor.application.funding.WatchDeposits;
import dev.corridor.application.funding.WatchDepositsService;
import dev.corridor.application.funding.port.DepositChain;
import dev.corridor.application.funding.port.DepositCursors;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.funding.port.FundingSource;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.chain.evm.EvmDeposits;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.funding.PostgresDepositCursors;
import dev.corridor.persistence.funding.PostgresFundingMethods;
import dev.corridor.persistence.funding.PostgresReceipts;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.rails.Rails.BankConnection;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** Funding methods, and what arrives over them: ports, use cases and upkeep. */
@Factory
final class FundingFactory {

    /** Longer than reading a range of blocks usually takes. Two nodes with the same blocks do no harm, but are of no use. */
    private static final Duration READING_LEASE = Duration.ofSeconds(30);

    /** Nodes bound the range of a search for events, some to 500 blocks. */
    private static final int BLOCKS_AT_ONCE = 500;

    /** The chains that deposits are taken in on. */
    record DepositChains(List<DepositChain> all) {}

    @Singleton
    FundingMethods fundingMethods(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresFundingMethods(dataSource, assets, settings.books().batchScope());
    }

    @Singleton
    Receipts receipts(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresReceipts(dataSource, assets);
    }

    @Singleton
    DepositCursors depositCursors(DataSource dataSource) {
        return new PostgresDepositCursors(dataSource);
    }

    @Singleton
    DepositChains depositChains(Settings settings) {
        return new DepositChains(settings.rails().chains().values().stream()
                .flatMap(rail -> rail.deposits().stream()
                        .<DepositChain>map(key -> new EvmDeposits(rail.settings(), key, rail.signer().address())))
                .toList());
    }

    @Singleton
    GetFundingMethod getFundingMethod(FundingMethods methods) {
        return new GetFundingMethodService(methods);
    }

    @Singleton
    ListFundingMethods listFundingMethods(FundingMethods methods) {
        return new ListFundingMethodsService(methods);
    }

    @Singleton
    RecordReceipt recordReceipt(Books books, Receipts receipts, InstantSource clock, RailWatch watch) {
        return new RecordReceiptService(books, receipts, clock, watch);
    }

    @Singleton
    ProvisionFundingMethods provisionFundingMethods(
            DepositChains chains, Settings settings, FundingMethods methods, TimeOrderedIds ids, InstantSource clock) {
        var sources = new ArrayList<FundingSource>();
        chains.all().forEach(chain -> sources.add(new DepositAddresses(chain)));
        settings.rails().banks().forEach(bank -> sources.add(source(bank)));
        return new ProvisionFundingMethodsService(sources, methods, ids, clock);
    }

    private static FundingSource source(BankConnection bank) {
        var currencies = bank.currencies().stream().sorted(Comparator.comparing(Asset::code)).toList();
        return new BankFunding(bank.name(), bank.account().holder(), bank.account().iban(), bank.account().bic(), currencies);
    }

    @Singleton
    WatchDeposits watchDeposits(
            DepositChains chains, DepositCursors cursors, FundingMethods methods, RecordReceipt recordReceipt, InstantSource clock) {
        return new WatchDepositsService(chains.all(), cursors, methods, recordReceipt, clock);
    }

    @Singleton
    Upkeep fundingMethodProvision(ProvisionFundingMethods provision) {
        var provide = Upkeep.inBatchesOf(100, limit -> provision.provision(new ProvisionFundingMethods.Command(limit)));
        return Upkeep.every(Duration.ofSeconds(1), "giving accounts their funding methods", provide);
    }

    /** Goes on at once while a chain has more than one range to be read, as after a gap. */
    @Singleton
    Upkeep depositWatch(WatchDeposits watch) {
        return Upkeep.every(Duration.ofSeconds(1), "reading chains for deposits", () -> {
            while (watch.watch(new WatchDeposits.Command(READING_LEASE, BLOCKS_AT_ONCE)) > 0) {
                // Each turn reads another range.
            }
        });
    }

    @Singleton
    ListSuspense listSuspense(Receipts receipts) {
        return new ListSuspenseService(receipts);
    }

    @Singleton
    ResolveReceipt resolveReceipt(Books books, Accounts accounts, Receipts receipts, AuditLog audit, InstantSource clock) {
        return new ResolveReceiptService(books, accounts, receipts, audit, clock);
    }
}

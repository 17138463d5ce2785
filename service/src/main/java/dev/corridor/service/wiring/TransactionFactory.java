package dev.corridor.service.wiring;

import dev.corridor.application.access.KnownHands;
import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.SettledTime;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.transaction.CancelPayout;
import dev.corridor.application.transaction.CancelPayoutService;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.transaction.DepositService;
import dev.corridor.application.transaction.EndPayout;
import dev.corridor.application.transaction.EndPayoutService;
import dev.corridor.application.transaction.EndWaits;
import dev.corridor.application.transaction.EndWaitsService;
import dev.corridor.application.transaction.FindPayouts;
import dev.corridor.application.transaction.FindPayoutsService;
import dev.corridor.application.transaction.GetStatement;
import dev.corridor.application.transaction.GetStatementService;
import dev.corridor.application.transaction.GetTimeline;
import dev.corridor.application.transaction.GetTimelineService;
import dev.corridor.application.transaction.GetTransaction;
import dev.corridor.application.transaction.GetTransactionService;
import dev.corridor.application.transaction.JudgePayout;
import dev.corridor.application.transaction.JudgePayoutService;
import dev.corridor.application.transaction.ListTransactions;
import dev.corridor.application.transaction.ListTransactionsService;
import dev.corridor.application.transaction.NewWalletLimit;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutCryptoService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.PayOutFiatService;
import dev.corridor.application.transaction.PayoutDesk;
import dev.corridor.application.transaction.PayoutDispatcher;
import dev.corridor.application.transaction.PayoutRails;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.ReadLedger;
import dev.corridor.application.transaction.ReadLedgerService;
import dev.corridor.application.transaction.ResolvePayouts;
import dev.corridor.application.transaction.ResolvePayoutsService;
import dev.corridor.application.transaction.ReturnPayout;
import dev.corridor.application.transaction.ReturnPayoutService;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.application.transaction.ReverseTransactionService;
import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.application.transaction.port.Holds;
import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.PayoutControlBook;
import dev.corridor.application.transaction.port.Screening;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.chain.ConnectedChains;
import dev.corridor.chain.NoChain;
import dev.corridor.chain.SimulatedChain;
import dev.corridor.chain.evm.EvmChain;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.transaction.PostgresHolds;
import dev.corridor.persistence.transaction.PostgresOutbox;
import dev.corridor.persistence.transaction.PostgresPayoutControlBook;
import dev.corridor.persistence.transaction.PostgresTransactions;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.sandbox.SimulatedScreening;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Payouts, deposits, reversals and statements: their ports, use cases and upkeep. */
@Factory
final class TransactionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionFactory.class);

    /** Longer than a turn usually takes. Two nodes with the same payout do no harm, but are of no use. */
    private static final Duration PAYOUT_LEASE = Duration.ofSeconds(5);

    @Singleton
    Transactions transactions(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresTransactions(dataSource, assets);
    }

    @Singleton
    Outbox outbox(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresOutbox(dataSource, assets, settings.books().batchScope());
    }

    /** Live payouts never use the simulated chain. */
    @Singleton
    Chain chain(Settings settings) {
        Chain others = switch (settings.environment()) {
            case SANDBOX -> new SimulatedChain(settings.chainConfirmation());
            case LIVE -> new NoChain();
        };
        var connected = new EnumMap<ChainName, Chain>(ChainName.class);
        settings.rails().chains().forEach((name, rail) -> connected.put(name, new EvmChain(rail.settings(), rail.signer())));
        return new ConnectedChains(connected, others);
    }

    @Singleton
    NewWalletLimit newWalletLimit(Allowances allowances, Transactions transactions, Settings settings) {
        return settings.limits()
                .newWallets()
                .map(limit -> NewWalletLimit.of(limit, allowances, transactions))
                .orElse(NewWalletLimit.NONE);
    }

    @Singleton
    PayoutDispatcher payoutDispatcher(Books books, Outbox outbox, Chain chain, InstantSource clock, RailWatch watch) {
        return new PayoutDispatcher(books, outbox, chain, clock, watch);
    }

    @Singleton
    PayoutControlBook payoutControlBook(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresPayoutControlBook(dataSource, assets);
    }

    @Singleton
    Holds holds(DataSource dataSource) {
        return new PostgresHolds(dataSource);
    }

    @Singleton
    PayoutRails payoutRails(Organizations organizations, Chain chain, BankFactory.Banks banks) {
        return new PayoutRails(organizations, chain, banks.all());
    }

    @Singleton
    Screening screening(Settings settings) {
        return switch (settings.environment()) {
            case SANDBOX -> new SimulatedScreening();
            case LIVE -> {
                LOG.warn("No provider screens payouts: all of them are allowed.");
                yield Screening.NONE;
            }
        };
    }

    @Singleton
    PayoutDesk payoutDesk(PayoutRails rails, Screening screening, Settings settings) {
        return new PayoutDesk(rails, screening, settings.approvalWait());
    }

    @Singleton
    JudgePayout judgePayout(
            Books books, Transactions transactions, PayoutRails rails, PayoutDesk desk, AuditTrail trail, AuditLog audit) {
        return new JudgePayoutService(books, transactions, rails, desk, new KnownHands(trail), audit);
    }

    @Singleton
    CancelPayout cancelPayout(Books books, AuditLog audit) {
        return new CancelPayoutService(books, audit);
    }

    @Singleton
    PayOutCrypto payOutCrypto(
            Books books,
            PayoutRails rails,
            PayoutDesk desk,
            NewWalletLimit newWalletLimit,
            PayoutDispatcher dispatcher,
            Settings settings) {
        return new PayOutCryptoService(
                books,
                rails,
                desk,
                newWalletLimit,
                dispatcher,
                task -> Thread.ofVirtual().start(task),
                settings.rails().patience());
    }

    @Singleton
    PayOutFiat payOutFiat(Books books, PayoutRails rails, PayoutDesk desk) {
        return new PayOutFiatService(books, rails, desk);
    }

    @Singleton
    ResolvePayouts resolvePayouts(Outbox outbox, PayoutDispatcher dispatcher, InstantSource clock) {
        return new ResolvePayoutsService(outbox, dispatcher, clock, RandomGenerator.getDefault());
    }

    @Singleton
    EndPayout endPayout(Books books) {
        return new EndPayoutService(books);
    }

    @Singleton
    Deposit deposit(Books books) {
        return new DepositService(books);
    }

    @Singleton
    ReverseTransaction reverseTransaction(Books books, Settings settings, AuditLog audit) {
        return new ReverseTransactionService(books, settings.reversalWindow(), audit);
    }

    @Singleton
    ReturnPayout returnPayout(Books books, AuditLog audit) {
        return new ReturnPayoutService(books, audit);
    }

    @Singleton
    ListTransactions listTransactions(Accounts accounts, Transactions transactions) {
        return new ListTransactionsService(accounts, transactions);
    }

    @Singleton
    GetTimeline getTimeline(Transactions transactions, Outbox outbox) {
        return new GetTimelineService(transactions, outbox);
    }

    @Singleton
    FindPayouts findPayouts(Transactions transactions) {
        return new FindPayoutsService(transactions);
    }

    @Singleton
    GetTransaction getTransaction(Transactions transactions, Outbox outbox, BankOutbox bankOutbox) {
        return new GetTransactionService(transactions, outbox, bankOutbox, PAYOUT_LEASE);
    }

    @Singleton
    GetStatement drawUpStatement(Accounts accounts, Transactions transactions, SettledTime settledTime) {
        return new GetStatementService(accounts, transactions, settledTime);
    }

    @Singleton
    ReadLedger readLedger(Accounts accounts, Transactions transactions) {
        return new ReadLedgerService(accounts, transactions);
    }

    /** Ends the waits of payouts whose time has come. */
    @Singleton
    Upkeep payoutWaits(
            Books books,
            Transactions transactions,
            Holds holds,
            PayoutRails rails,
            PayoutDesk desk,
            Settings settings,
            InstantSource clock) {
        var endWaits = new EndWaitsService(books, transactions, holds, rails, desk, settings.environment(), clock);
        return Upkeep.every(
                Duration.ofSeconds(1), "ending waits", Upkeep.inBatchesOf(50, limit -> endWaits.end(new EndWaits.Command(limit))));
    }

    /** Polls the chains for LOCKED payouts. */
    @Singleton
    Upkeep payoutResolution(ResolvePayouts resolvePayouts) {
        var resolve = Upkeep.inBatchesOf(50, limit -> resolvePayouts.resolve(new ResolvePayouts.Command(PAYOUT_LEASE, limit)));
        return Upkeep.every(Duration.ofSeconds(1), "resolving payouts", resolve);
    }
}

package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.books.Books;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.transaction.DepositService;
import dev.corridor.application.transaction.EndPayout;
import dev.corridor.application.transaction.EndPayoutService;
import dev.corridor.application.transaction.GetStatement;
import dev.corridor.application.transaction.GetStatementService;
import dev.corridor.application.transaction.GetTransaction;
import dev.corridor.application.transaction.GetTransactionService;
import dev.corridor.application.transaction.ListTransactions;
import dev.corridor.application.transaction.ListTransactionsService;
import dev.corridor.application.transaction.NewWalletLimit;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutCryptoService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.PayOutFiatService;
import dev.corridor.application.transaction.ReadLedger;
import dev.corridor.application.transaction.ReadLedgerService;
import dev.corridor.application.transaction.ResolvePayouts;
import dev.corridor.application.transaction.ResolvePayoutsService;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.application.transaction.ReverseTransactionService;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.application.transaction.port.UnresolvedTransfers;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who carries out the use cases of payouts, deposits, reversals and statements. */
@Factory
final class TransactionFactory {

    @Singleton
    NewWalletLimit newWalletLimit(Allowances allowances, Transactions transactions, Settings settings) {
        return settings.limits()
                .newWallets()
                .map(limit -> NewWalletLimit.of(limit, allowances, transactions))
                .orElse(NewWalletLimit.NONE);
    }

    @Singleton
    PayOutCrypto payOutCrypto(
            Books books,
            Organizations organizations,
            Chain chain,
            NewWalletLimit newWalletLimit,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new PayOutCryptoService(books, organizations, chain, newWalletLimit, ids, clock);
    }

    @Singleton
    PayOutFiat payOutFiat(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new PayOutFiatService(books, ids, clock);
    }

    @Singleton
    ResolvePayouts resolvePayouts(Books books, UnresolvedTransfers transfers, Chain chain, InstantSource clock) {
        return new ResolvePayoutsService(books, transfers, chain, clock);
    }

    @Singleton
    EndPayout endPayout(Books books, InstantSource clock) {
        return new EndPayoutService(books, clock);
    }

    @Singleton
    Deposit deposit(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new DepositService(books, ids, clock);
    }

    @Singleton
    ReverseTransaction reverseTransaction(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new ReverseTransactionService(books, ids, clock);
    }

    @Singleton
    ListTransactions listTransactions(Accounts accounts, Transactions transactions) {
        return new ListTransactionsService(accounts, transactions);
    }

    @Singleton
    GetTransaction getTransaction(Transactions transactions) {
        return new GetTransactionService(transactions);
    }

    @Singleton
    GetStatement drawUpStatement(Accounts accounts, Transactions transactions) {
        return new GetStatementService(accounts, transactions);
    }

    @Singleton
    ReadLedger readLedger(Accounts accounts, Transactions transactions) {
        return new ReadLedgerService(accounts, transactions);
    }
}

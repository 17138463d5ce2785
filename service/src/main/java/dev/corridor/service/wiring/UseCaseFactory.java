package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.AuthenticateService;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.GetAccountService;
import dev.corridor.application.account.GetBalance;
import dev.corridor.application.account.GetBalanceService;
import dev.corridor.application.account.ListAccounts;
import dev.corridor.application.account.ListAccountsService;
import dev.corridor.application.account.OpenAccount;
import dev.corridor.application.account.OpenAccountService;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.beneficiary.ArchiveBeneficiary;
import dev.corridor.application.beneficiary.ArchiveBeneficiaryService;
import dev.corridor.application.beneficiary.GetBeneficiary;
import dev.corridor.application.beneficiary.GetBeneficiaryService;
import dev.corridor.application.beneficiary.ListBeneficiaries;
import dev.corridor.application.beneficiary.ListBeneficiariesService;
import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.beneficiary.RegisterBeneficiaryService;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.RememberRefusalService;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.onboarding.CreateSandboxOrganization;
import dev.corridor.application.onboarding.CreateSandboxOrganizationService;
import dev.corridor.application.onboarding.OnboardOrganization;
import dev.corridor.application.onboarding.OnboardOrganizationService;
import dev.corridor.application.onboarding.port.KeyGenerator;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.application.organization.GetOrganizationService;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.ExecuteQuoteService;
import dev.corridor.application.quote.GetQuote;
import dev.corridor.application.quote.GetQuoteService;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.IssueQuoteService;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.transaction.DepositService;
import dev.corridor.application.transaction.DrawUpStatement;
import dev.corridor.application.transaction.DrawUpStatementService;
import dev.corridor.application.transaction.EndPayout;
import dev.corridor.application.transaction.EndPayoutService;
import dev.corridor.application.transaction.GetTransaction;
import dev.corridor.application.transaction.GetTransactionService;
import dev.corridor.application.transaction.ListTransactions;
import dev.corridor.application.transaction.ListTransactionsService;
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
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.quote.Spread;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who carries out the use cases. */
@Factory
final class UseCaseFactory {

    @Singleton
    Authenticate authenticate(ApiKeys keys, Settings settings) {
        return new AuthenticateService(keys, settings.environment());
    }

    @Singleton
    GetOrganization getOrganization(Organizations organizations) {
        return new GetOrganizationService(organizations);
    }

    @Singleton
    OpenAccount openAccount(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new OpenAccountService(books, ids, clock);
    }

    @Singleton
    ListAccounts listAccounts(Accounts accounts) {
        return new ListAccountsService(accounts);
    }

    @Singleton
    GetAccount getAccount(Accounts accounts) {
        return new GetAccountService(accounts);
    }

    @Singleton
    GetBalance getBalance(Accounts accounts) {
        return new GetBalanceService(accounts);
    }

    @Singleton
    RegisterBeneficiary registerBeneficiary(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new RegisterBeneficiaryService(books, ids, clock);
    }

    @Singleton
    GetBeneficiary getBeneficiary(Accounts accounts, Beneficiaries beneficiaries) {
        return new GetBeneficiaryService(accounts, beneficiaries);
    }

    @Singleton
    ListBeneficiaries listBeneficiaries(Accounts accounts, Beneficiaries beneficiaries) {
        return new ListBeneficiariesService(accounts, beneficiaries);
    }

    @Singleton
    ArchiveBeneficiary archiveBeneficiary(Books books, InstantSource clock) {
        return new ArchiveBeneficiaryService(books, clock);
    }

    @Singleton
    IssueQuote issueQuote(Books books, ExchangeRates rates, Settings settings, TimeOrderedIds ids, InstantSource clock) {
        var policy = new QuotePolicy(settings.quoteValidity(), new Spread(settings.spreadBasisPoints()));
        return new IssueQuoteService(books, rates, policy, ids, clock);
    }

    @Singleton
    GetQuote getQuote(Quotes quotes, InstantSource clock) {
        return new GetQuoteService(quotes, clock);
    }

    @Singleton
    ExecuteQuote executeQuote(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new ExecuteQuoteService(books, ids, clock);
    }

    @Singleton
    PayOutCrypto payOutCrypto(Books books, Organizations organizations, Chain chain, TimeOrderedIds ids, InstantSource clock) {
        return new PayOutCryptoService(books, organizations, chain, ids, clock);
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
    ListTransactions listTransactions(Accounts accounts, Transactions transactions) {
        return new ListTransactionsService(accounts, transactions);
    }

    @Singleton
    GetTransaction getTransaction(Transactions transactions) {
        return new GetTransactionService(transactions);
    }

    @Singleton
    ReverseTransaction reverseTransaction(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new ReverseTransactionService(books, ids, clock);
    }

    @Singleton
    DrawUpStatement drawUpStatement(Accounts accounts, Transactions transactions) {
        return new DrawUpStatementService(accounts, transactions);
    }

    @Singleton
    ReadLedger readLedger(Accounts accounts, Transactions transactions) {
        return new ReadLedgerService(accounts, transactions);
    }

    @Singleton
    Deposit deposit(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new DepositService(books, ids, clock);
    }

    @Singleton
    EndPayout endPayout(Books books, InstantSource clock) {
        return new EndPayoutService(books, clock);
    }

    @Singleton
    OnboardOrganization onboardOrganization(
            Organizations organizations,
            Accounts accounts,
            ApiKeys keys,
            KeyGenerator generator,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new OnboardOrganizationService(organizations, accounts, keys, generator, ids, clock);
    }

    @Singleton
    RememberRefusal rememberRefusal(Books books) {
        return new RememberRefusalService(books);
    }

    @Singleton
    CreateSandboxOrganization createSandboxOrganization(OnboardOrganization onboarding) {
        return new CreateSandboxOrganizationService(onboarding);
    }
}

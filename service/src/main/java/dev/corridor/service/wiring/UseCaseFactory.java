package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.AuthenticateService;
import dev.corridor.application.access.ChangeApiKey;
import dev.corridor.application.access.ChangeApiKeyService;
import dev.corridor.application.access.CountRequest;
import dev.corridor.application.access.CountRequestService;
import dev.corridor.application.access.CreateApiKey;
import dev.corridor.application.access.CreateApiKeyService;
import dev.corridor.application.access.GetApiKey;
import dev.corridor.application.access.GetApiKeyService;
import dev.corridor.application.access.ListApiKeys;
import dev.corridor.application.access.ListApiKeysService;
import dev.corridor.application.access.MoveApiKey;
import dev.corridor.application.access.MoveApiKeyService;
import dev.corridor.application.access.RecordKeyUses;
import dev.corridor.application.access.RecordKeyUsesService;
import dev.corridor.application.access.RotateApiKey;
import dev.corridor.application.access.RotateApiKeyService;
import dev.corridor.application.access.UsedKeys;
import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.access.port.KeyUses;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.GetAccountService;
import dev.corridor.application.account.GetBalance;
import dev.corridor.application.account.GetBalanceService;
import dev.corridor.application.account.ListAccounts;
import dev.corridor.application.account.ListAccountsService;
import dev.corridor.application.account.OpenAccount;
import dev.corridor.application.account.OpenAccountService;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.application.audit.ListAuditRecordsService;
import dev.corridor.application.audit.port.AuditTrail;
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
import dev.corridor.application.feed.ConnectionService;
import dev.corridor.application.feed.EventFeed;
import dev.corridor.application.feed.FollowMarket;
import dev.corridor.application.feed.FollowMarketService;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.application.feed.port.Events;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.application.maintenance.MaintenanceService;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.application.market.CurrentRates;
import dev.corridor.application.market.FollowSource;
import dev.corridor.application.market.FollowSourceService;
import dev.corridor.application.market.GetDepth;
import dev.corridor.application.market.GetDepthService;
import dev.corridor.application.market.GetTickers;
import dev.corridor.application.market.GetTickersService;
import dev.corridor.application.market.ListCandles;
import dev.corridor.application.market.ListCandlesService;
import dev.corridor.application.market.ListMarketTrades;
import dev.corridor.application.market.ListMarketTradesService;
import dev.corridor.application.market.ListSymbols;
import dev.corridor.application.market.ListSymbolsService;
import dev.corridor.application.market.port.Candles;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.application.market.port.Ticks;
import dev.corridor.application.onboarding.CreateSandboxOrganization;
import dev.corridor.application.onboarding.CreateSandboxOrganizationService;
import dev.corridor.application.onboarding.OnboardOrganization;
import dev.corridor.application.onboarding.OnboardOrganizationService;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.organization.ChangeOrganizationService;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.application.organization.GetOrganizationService;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.quote.Convert;
import dev.corridor.application.quote.ConvertService;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.ExecuteQuoteService;
import dev.corridor.application.quote.GetQuote;
import dev.corridor.application.quote.GetQuoteService;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.IssueQuoteService;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.application.registry.Registry;
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
import dev.corridor.application.user.AuthenticateUserService;
import dev.corridor.application.user.GetUser;
import dev.corridor.application.user.GetUserService;
import dev.corridor.application.user.LogIn;
import dev.corridor.application.user.LogInService;
import dev.corridor.application.user.LogOut;
import dev.corridor.application.user.LogOutService;
import dev.corridor.application.user.RefreshAccess;
import dev.corridor.application.user.RefreshAccessService;
import dev.corridor.application.user.RegisterUser;
import dev.corridor.application.user.RegisterUserService;
import dev.corridor.application.user.RegistrationPolicy;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.application.user.port.Users;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who carries out the use cases. */
@Factory
final class UseCaseFactory {

    @Singleton
    UsedKeys usedKeys() {
        return new UsedKeys();
    }

    @Singleton
    AuthenticateService authenticate(
            Credentials credentials,
            SigningSecrets signingSecrets,
            Nonces nonces,
            UsedKeys usedKeys,
            Settings settings,
            InstantSource clock) {
        return new AuthenticateService(credentials, signingSecrets, nonces, usedKeys, settings.environment(), clock);
    }

    /** The notice is read before anybody is served: a node that starts under maintenance starts in it. */
    @Singleton
    MaintenanceService maintenance(Settings settings, MaintenanceNotices notices) {
        return new MaintenanceService(settings.maintenance(), notices.read());
    }

    @Singleton
    CountRequest countRequest(Allowances allowances, Settings settings, InstantSource clock) {
        return new CountRequestService(allowances, settings.limits().plans(), settings.limits().routes(), clock);
    }

    @Singleton
    RecordKeyUses recordKeyUses(UsedKeys usedKeys, KeyUses keyUses) {
        return new RecordKeyUsesService(usedKeys, keyUses);
    }

    @Singleton
    AuditLog auditLog(TimeOrderedIds ids) {
        return new AuditLog(ids);
    }

    @Singleton
    ListAuditRecords listAuditRecords(AuditTrail trail) {
        return new ListAuditRecordsService(trail);
    }

    @Singleton
    CreateApiKey createApiKey(
            Registry registry,
            KeyGenerator generator,
            SigningSecrets signingSecrets,
            AuditLog audit,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new CreateApiKeyService(registry, generator, signingSecrets, audit, ids, clock);
    }

    @Singleton
    ListApiKeys listApiKeys(ApiKeys keys) {
        return new ListApiKeysService(keys);
    }

    @Singleton
    GetApiKey getApiKey(ApiKeys keys) {
        return new GetApiKeyService(keys);
    }

    @Singleton
    ChangeApiKey changeApiKey(Registry registry, AuditLog audit, InstantSource clock) {
        return new ChangeApiKeyService(registry, audit, clock);
    }

    @Singleton
    MoveApiKey moveApiKey(Registry registry, AuditLog audit, InstantSource clock) {
        return new MoveApiKeyService(registry, audit, clock);
    }

    @Singleton
    RotateApiKey rotateApiKey(
            Registry registry,
            KeyGenerator generator,
            SigningSecrets signingSecrets,
            AuditLog audit,
            InstantSource clock) {
        return new RotateApiKeyService(registry, generator, signingSecrets, audit, clock);
    }

    @Singleton
    ChangeOrganization changeOrganization(Registry registry, AuditLog audit, InstantSource clock) {
        return new ChangeOrganizationService(registry, audit, clock);
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
    QuotePolicy quotePolicy(Settings settings) {
        return new QuotePolicy(settings.quoteValidity(), settings.spreads());
    }

    @Singleton
    IssueQuote issueQuote(Books books, ExchangeRates rates, QuotePolicy policy, TimeOrderedIds ids, InstantSource clock) {
        return new IssueQuoteService(books, rates, policy, ids, clock);
    }

    @Singleton
    Convert convert(Books books, ExchangeRates rates, QuotePolicy policy, TimeOrderedIds ids, InstantSource clock) {
        return new ConvertService(books, rates, policy, ids, clock);
    }

    @Singleton
    FollowSource followSource(Ticks ticks, CurrentRates rates, InstantSource clock) {
        return new FollowSourceService(ticks, rates, clock);
    }

    @Singleton
    ListSymbols listSymbols(CurrentRates rates) {
        return new ListSymbolsService(rates);
    }

    @Singleton
    GetTickers getTickers(ExchangeRates rates, Candles candles, QuotePolicy policy, InstantSource clock) {
        return new GetTickersService(rates, candles, policy.spreads(), clock);
    }

    @Singleton
    GetDepth getDepth(ExchangeRates rates, QuotePolicy policy) {
        return new GetDepthService(rates, policy.spreads());
    }

    @Singleton
    ListMarketTrades listMarketTrades(ExchangeRates rates, RecentTrades trades) {
        return new ListMarketTradesService(rates.symbols(), trades);
    }

    @Singleton
    ListCandles listCandles(ExchangeRates rates, Candles candles, InstantSource clock) {
        return new ListCandlesService(rates.symbols(), candles, clock);
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
            Registry registry,
            Accounts accounts,
            KeyGenerator generator,
            AuditLog audit,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new OnboardOrganizationService(registry, accounts, generator, audit, ids, clock);
    }

    @Singleton
    RememberRefusal rememberRefusal(Books books) {
        return new RememberRefusalService(books);
    }

    @Singleton
    CreateSandboxOrganization createSandboxOrganization(OnboardOrganization onboarding) {
        return new CreateSandboxOrganizationService(onboarding);
    }

    @Singleton
    @Bean(preDestroy = "close")
    EventFeed eventFeed(Events events) {
        return new EventFeed(events).start();
    }

    @Singleton
    FollowMarket followMarket(CurrentRates rates) {
        var market = new FollowMarketService(rates);
        rates.listen(market);
        return market;
    }

    @Singleton
    ConnectionService connectionService(Connections connections, Settings settings, TimeOrderedIds ids, InstantSource clock) {
        return new ConnectionService(connections, settings.limits().plans(), ids, clock);
    }

    @Singleton
    RegisterUser registerUser(
            Users users, PasswordHashes hashes, Settings settings, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        var policy = switch (settings.environment()) {
            case SANDBOX -> new RegistrationPolicy(settings.registrationOpen(), OrganizationStatus.APPROVED, true);
            case LIVE -> new RegistrationPolicy(settings.registrationOpen(), OrganizationStatus.NOT_APPROVED, false);
        };
        return new RegisterUserService(users, hashes, policy, audit, ids, clock);
    }

    @Singleton
    LogIn logIn(Users users, PasswordHashes hashes, Tokens tokens, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new LogInService(users, hashes, tokens, audit, ids, clock);
    }

    @Singleton
    RefreshAccess refreshAccess(Tokens tokens, Sessions sessions, TimeOrderedIds ids, InstantSource clock) {
        return new RefreshAccessService(tokens, sessions, ids, clock);
    }

    @Singleton
    LogOut logOut(Tokens tokens, Sessions sessions, AuditLog audit, InstantSource clock) {
        return new LogOutService(tokens, sessions, audit, clock);
    }

    @Singleton
    GetUser getUser(Users users) {
        return new GetUserService(users);
    }

    @Singleton
    AuthenticateUserService authenticateUser(Tokens tokens, Sessions sessions, Settings settings, InstantSource clock) {
        return new AuthenticateUserService(tokens, sessions, settings.environment(), clock);
    }
}

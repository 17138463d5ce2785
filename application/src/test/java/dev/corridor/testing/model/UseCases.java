package dev.corridor.testing.model;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.KnownHands;
import dev.corridor.application.account.GetBalance;
import dev.corridor.application.account.GetBalanceService;
import dev.corridor.application.account.OpenAccount;
import dev.corridor.application.account.OpenAccountService;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.beneficiary.ArchiveBeneficiary;
import dev.corridor.application.beneficiary.ArchiveBeneficiaryService;
import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.beneficiary.RegisterBeneficiaryService;
import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.market.FixedExchangeRates;
import dev.corridor.application.quote.Convert;
import dev.corridor.application.quote.ConvertService;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.ExecuteQuoteService;
import dev.corridor.application.quote.GetQuote;
import dev.corridor.application.quote.GetQuoteService;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.IssueQuoteService;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.transaction.DepositService;
import dev.corridor.application.transaction.EndPayout;
import dev.corridor.application.transaction.EndPayoutService;
import dev.corridor.application.transaction.EndWaits;
import dev.corridor.application.transaction.EndWaitsService;
import dev.corridor.application.transaction.GetStatement;
import dev.corridor.application.transaction.GetStatementService;
import dev.corridor.application.transaction.GetTransaction;
import dev.corridor.application.transaction.GetTransactionService;
import dev.corridor.application.transaction.JudgePayout;
import dev.corridor.application.transaction.JudgePayoutService;
import dev.corridor.application.transaction.NewWalletLimit;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutCryptoService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.PayOutFiatService;
import dev.corridor.application.transaction.PayoutDesk;
import dev.corridor.application.transaction.PayoutDispatcher;
import dev.corridor.application.transaction.PayoutRails;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.ResolvePayouts;
import dev.corridor.application.transaction.ResolvePayoutsService;
import dev.corridor.application.transaction.ReturnPayout;
import dev.corridor.application.transaction.ReturnPayoutService;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.application.transaction.ReverseTransactionService;
import dev.corridor.application.transaction.TransferBetweenAccounts;
import dev.corridor.application.transaction.TransferBetweenAccountsService;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Screening;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.testing.Fixtures;
import dev.corridor.testing.SettableClock;
import dev.corridor.testing.Store;
import dev.corridor.testing.WillingBank;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** The real use cases, on a store, as one organization asks them. */
final class UseCases {

    static final Duration REVERSIBLE_FOR = Duration.ofMinutes(10);
    static final String EVIDENCE = "Ticket 7";
    static final ChainName CHAIN = ChainName.ETHEREUM_SEPOLIA;
    static final Destination WALLET = Fixtures.aCryptoBeneficiaryOf(anyAccount()).destination();
    static final Destination BANK_ACCOUNT = Fixtures.aBankBeneficiaryOf(anyAccount()).destination();

    private static final List<Rate> RATES = List.of(Rate.of("1", Asset.USD, Asset.USDC), Rate.of("1.25", Asset.EUR, Asset.USD));
    private static final List<FeeSchedule> FEES = List.of(
            new FeeSchedule(Money.of("0.000003", Asset.USDC), 25), new FeeSchedule(Money.of("0.01", Asset.EUR), 10));
    /** Only payouts in euros are controlled. */
    static final PayoutControls CONTROLS = new PayoutControls(
            Optional.of(Money.of("99.00", Asset.EUR)),
            Optional.of(Money.of("1000.00", Asset.EUR)),
            Optional.of(Money.of("600.00", Asset.EUR)),
            Optional.of(Money.of("400.00", Asset.EUR)),
            Optional.empty());

    static final Duration WAITS_LAST = Duration.ofHours(2);

    private static final int PATIENCE = 20;
    private static final int MORE_THAN_THERE_ARE = 10_000;

    private final SettableClock clock;
    private final ScriptedChain chain = new ScriptedChain();
    private final Caller caller;

    private final OpenAccount openAccount;
    private final Deposit deposit;
    private final RegisterBeneficiary registerBeneficiary;
    private final ArchiveBeneficiary archiveBeneficiary;
    private final IssueQuote issueQuote;
    private final ExecuteQuote executeQuote;
    private final Convert convert;
    private final PayOutCrypto payOutCrypto;
    private final PayOutFiat payOutFiat;
    private final TransferBetweenAccounts transfer;
    private final EndPayout endPayout;
    private final JudgePayout judgePayout;
    private final EndWaits endWaits;
    private final ReverseTransaction reverseTransaction;
    private final ReturnPayout returnPayout;
    private final GetBalance getBalance;
    private final GetStatement drawUpStatement;
    private final GetQuote getQuote;
    private final GetTransaction getTransaction;
    private final ResolvePayouts resolvePayouts;

    UseCases(Store store, Organization organization, TimeOrderedIds ids, SettableClock clock) {
        store.keepTime(clock, ids);
        var books = store.books();
        store.payoutControlBook().add(
                new PayoutControlsVersion(
                        Optional.of(organization.id()), FeeKey.fiatPayout(Asset.EUR), Optional.of(CONTROLS), "model", Fixtures.NOON),
                Optional.empty());
        FEES.forEach(schedule -> store.feeSchedules().add(priceOf(organization, schedule), Optional.empty()));
        var rates = new FixedExchangeRates(RATES);
        this.clock = clock;
        this.caller = caller(organization.id());
        this.openAccount = new OpenAccountService(books, ids, clock);
        this.deposit = new DepositService(books);
        this.registerBeneficiary = new RegisterBeneficiaryService(books, ids, clock);
        this.archiveBeneficiary = new ArchiveBeneficiaryService(books, clock);
        this.issueQuote = new IssueQuoteService(books, rates, QuotePolicy.STANDARD, ids);
        this.executeQuote = new ExecuteQuoteService(books, rates, QuotePolicy.STANDARD);
        this.convert = new ConvertService(books, rates, QuotePolicy.STANDARD, ids);
        var dispatcher = new PayoutDispatcher(books, store.outbox(), chain, clock, RailWatch.NONE);
        var rails = new PayoutRails(store.organizations(), chain, List.of(new WillingBank()));
        var desk = new PayoutDesk(rails, Screening.NONE, WAITS_LAST);
        this.payOutCrypto = new PayOutCryptoService(
                books, rails, desk, NewWalletLimit.NONE, dispatcher, Runnable::run, Duration.ofSeconds(5));
        this.payOutFiat = new PayOutFiatService(books, rails, desk);
        this.transfer = new TransferBetweenAccountsService(books);
        this.judgePayout = new JudgePayoutService(
                books, store.transactions(), rails, desk, new KnownHands(store.auditTrail()), new AuditLog(ids));
        this.endWaits = new EndWaitsService(books, store.transactions(), store.holds(), rails, desk, Environment.SANDBOX, clock);
        this.endPayout = new EndPayoutService(books);
        this.reverseTransaction = new ReverseTransactionService(books, REVERSIBLE_FOR, new AuditLog(ids));
        this.returnPayout = new ReturnPayoutService(books, new AuditLog(ids));
        this.getBalance = new GetBalanceService(store.accounts(), store.settledTime());
        this.drawUpStatement = new GetStatementService(store.accounts(), store.transactions(), store.settledTime());
        this.getQuote = new GetQuoteService(store.quotes(), clock);
        this.getTransaction = new GetTransactionService(store.transactions(), store.outbox(), store.bankOutbox(), Duration.ofSeconds(5));
        this.resolvePayouts = new ResolvePayoutsService(store.outbox(), dispatcher, clock, new Random(1));
    }

    /** The same whoever asks and when, so that the model needs no prices. Some payouts are free. */
    static Fee feeOf(Money amount) {
        return FEES.stream()
                .filter(schedule -> schedule.fixed().asset().equals(amount.asset()))
                .findAny()
                .orElse(FeeSchedule.free(amount.asset()))
                .on(amount);
    }

    private static FeeScheduleVersion priceOf(Organization organization, FeeSchedule schedule) {
        var asset = schedule.fixed().asset();
        var key = asset.kind() == Asset.Kind.FIAT ? FeeKey.fiatPayout(asset) : FeeKey.cryptoPayout(asset);
        return new FeeScheduleVersion(Optional.of(organization.id()), key, Optional.of(schedule), "model", Fixtures.NOON);
    }

    static Memo memo(OrganizationId organization, Optional<String> reference) {
        return new Memo(
                reference.map(text -> new Reference(organization, Kind.TRANSACTION, text)), "Invoice 7", List.of("invoice"), Map.of("number", "7"));
    }

    /** The same for all requests, so that records can be compared. */
    static Caller caller(OrganizationId organization) {
        return Caller.withFullAccess(organization, new ApiKeyId(organization.uuid()), Environment.SANDBOX);
    }

    /** Another person than the caller. */
    static Caller approver(OrganizationId organization) {
        return Caller.withFullAccess(organization, new UserId(organization.uuid()), Environment.SANDBOX);
    }

    /**
     * Asks again as long as there is no answer.
     *
     * @param name under which the request has one effect; if it is not named, it is to be answered at once
     */
    Told takeUntilAnswered(Step.Request request, Optional<String> name) {
        for (int asked = 1;; asked++) {
            try {
                return new Told(take(request, name), asked);
            } catch (RuntimeException e) {
                if (name.isEmpty() || asked == PATIENCE) {
                    throw e;
                }
            }
        }
    }

    /** @param asked how often it was asked for */
    record Told(Outcome outcome, int asked) {}

    Outcome take(Step.Question question) {
        return outcome(() -> switch (question) {
            case Step.BalanceAt asked ->
                getBalance.get(new GetBalance.Command(caller, asked.account(), asked.asset(), Optional.of(asked.at())));
            case Step.StatementOf asked ->
                drawUpStatement.drawUp(new GetStatement.Command(caller, asked.account(), asked.asset(), Optional.of(asked.period().from()),
                        Optional.of(asked.period().until())));
            case Step.QuoteSeen asked -> getQuote.get(new GetQuote.Command(caller, asked.quote()));
            case Step.TransactionSeen asked -> getTransaction.get(new GetTransaction.Command(caller, asked.transaction())).transaction();
        });
    }

    void take(Step.Event event) {
        switch (event) {
            case Step.TimePasses time -> clock.advance(time.by());
            case Step.WaitsEnd ending -> endWaits.end(new EndWaits.Command(MORE_THAN_THERE_ARE));
            case Step.ChainTells told -> {
                chain.decide(told.payout(), told.fate());
                chain.answerSends(told.sending());
                resolvePayouts.resolve(new ResolvePayouts.Command(Duration.ZERO, MORE_THAN_THERE_ARE));
                chain.decide(told.payout(), Fate.PENDING);
            }
        }
    }

    private Outcome take(Step.Request request, Optional<String> name) {
        return outcome(() -> answerTo(request, name));
    }

    private Object answerTo(Step.Request request, Optional<String> name) {
        return switch (request) {
            case Step.OpenAccount asked ->
                openAccount.open(new OpenAccount.Command(caller, Optional.empty(), asked.name(), "", once(request, name)));
            case Step.Deposit asked ->
                deposit.deposit(new Deposit.Command(caller, asked.account(), asked.amount(), once(request, name)));
            case Step.RegisterWallet asked -> register(asked.account(), WALLET, once(request, name));
            case Step.RegisterBankAccount asked -> register(asked.account(), BANK_ACCOUNT, once(request, name));
            case Step.ArchiveBeneficiary asked ->
                archiveBeneficiary.archive(
                        new ArchiveBeneficiary.Command(caller, asked.account(), asked.beneficiary(), once(request, name)));
            case Step.IssueQuote asked -> {
                var sell = new IssueQuote.Side.Sell(asked.amount(), asked.to());
                yield issueQuote.issue(new IssueQuote.Command(caller, asked.account(), sell, once(request, name)));
            }
            case Step.ExecuteQuote asked ->
                executeQuote.execute(new ExecuteQuote.Command(caller, asked.quote(), once(request, name)));
            case Step.Convert asked ->
                convert.convert(new Convert.Command(
                        caller,
                        asked.account(),
                        asked.amount(),
                        asked.to(),
                        Optional.empty(),
                        OptionalLong.of(asked.slippageBasisPoints()),
                        Memo.EMPTY,
                        once(request, name)));
            case Step.PayOutCrypto asked -> {
                chain.answerSends(asked.sending());
                yield payOutCrypto.payOut(new PayOutCrypto.Command(
                        caller, asked.account(), asked.beneficiary(), asked.amount(), CHAIN, Optional.of(feeOf(asked.amount()).schedule()),
                        memo(caller.organization(), asked.reference()),
                        once(request, name)));
            }
            case Step.PayOutFiat asked ->
                payOutFiat.payOut(new PayOutFiat.Command(
                        caller, asked.account(), asked.beneficiary(), asked.amount(), BankMethod.SEPA, Optional.empty(),
                        memo(caller.organization(), asked.reference()),
                        once(request, name)));
            case Step.TransferBetweenAccounts asked ->
                transfer.transfer(new TransferBetweenAccounts.Command(
                        caller, asked.from(), asked.to(), asked.amount(), memo(caller.organization(), asked.reference()), once(request, name)));
            case Step.EndPayout asked ->
                endPayout.end(new EndPayout.Command(caller, asked.transaction(), asked.ending(), once(request, name)));
            case Step.JudgePayout asked ->
                judgePayout.judge(new JudgePayout.Command(
                        asked.isMaker() ? caller : approver(caller.organization()), asked.payout(), asked.verdict(), Origin.CONSOLE,
                        once(request, name)));
            case Step.ReverseTransaction asked ->
                reverseTransaction.reverse(new ReverseTransaction.Command(
                        caller, asked.transaction(), asked.reason(), EVIDENCE, Origin.CONSOLE, once(request, name)));
            case Step.ReturnPayout asked ->
                returnPayout.bringBack(new ReturnPayout.Command(
                        caller, asked.payout(), asked.amount(), EVIDENCE, Origin.CONSOLE, once(request, name)));
        };
    }

    private Beneficiary register(AccountId account, Destination destination, Once<Beneficiary> once) {
        return registerBeneficiary.register(new RegisterBeneficiary.Command(
                caller, account, Optional.empty(), "Supplier", destination, Identity.UNKNOWN, List.of(), Map.of(), once));
    }

    private <R> Once<R> once(Step.Request request, Optional<String> name) {
        if (name.isEmpty()) {
            return Once.eachTime();
        }
        var key = new IdempotencyKey(caller.organization(), name.get(), "POST", "/" + request.getClass().getSimpleName());
        var named = new Once.Request(key, Fingerprint.of(Map.of(), request.content()), clock.instant());
        return Once.perKey(named, Outcome::textOf, Outcome::textOf);
    }

    private interface Asking {
        Object answer();
    }

    private static Outcome outcome(Asking asking) {
        try {
            return new Outcome.Answered(asking.answer());
        } catch (BusinessException refusal) {
            if (refusal.error() instanceof ServiceUnavailable) {
                // Nothing was done, and it is to be asked again: that is no answer.
                throw refusal;
            }
            return new Outcome.Refused(refusal.error());
        } catch (AnsweredBefore before) {
            return new Outcome.AnsweredAgain(before.remembered().answer());
        }
    }

    private static Account anyAccount() {
        return Fixtures.anAccountOf(Fixtures.anOrganization());
    }
}

package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.application.Refusals.refusal;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.NewWalletLimit;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutCryptoService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.PayoutDispatcher;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.ResolvePayouts;
import dev.corridor.application.transaction.ResolvePayoutsService;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.application.transaction.port.Screening.Verdict;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.fee.FeeError.FeeScheduleDrifted;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.BeneficiaryCoolingOff;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed.PayoutOutcome;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded;
import dev.corridor.domain.transaction.TransactionError.PayoutRefusedByScreening;
import dev.corridor.domain.transaction.TransactionError.PayoutTooLarge;
import dev.corridor.domain.transaction.TransactionError.ScreeningUnavailable;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.memory.InMemoryAllowances;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PayoutTest {

    private static final Duration LEASE = Duration.ofSeconds(5);

    private final World world = new World();
    private final PayOutCrypto payOutCrypto = payOutCrypto(NewWalletLimit.NONE);
    private final PayOutFiat payOutFiat = world.payOutFiat(world.bank);
    private final ResolvePayouts resolvePayouts = new ResolvePayoutsService(
            world.store.outbox(), dispatcher(world.store.books()), world.clock, new Random(1));

    private final Beneficiary wallet = world.keep(aCryptoBeneficiaryOf(world.account));
    private final Beneficiary bank = world.keep(aBankBeneficiaryOf(world.account));

    @Test
    void an_accepted_payout_is_locked_until_the_chain_confirms_it() {
        world.deposit(usdc("10.000000"));

        var payout = payOut(usdc("4.000000"));

        assertThat(payout.status()).isEqualTo(TransactionStatus.LOCKED);
        assertThat(world.balance(Asset.USDC)).satisfies(holds("6.000000", "4.000000"));

        resolveAfterALease();
        assertThat(statusOf(payout)).isEqualTo(TransactionStatus.LOCKED);

        world.chain.fate = Fate.CONFIRMED;
        resolveAfterALease();
        assertThat(statusOf(payout)).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(world.balance(Asset.USDC)).satisfies(holds("6.000000", "0.000000"));
    }

    @Test
    void a_refused_payout_gives_the_money_back_at_once() {
        world.deposit(usdc("10.000000"));
        world.chain.sending = Sending.REFUSED;

        var failure = (ChainSendFailed) refusal(() -> payOut(usdc("4.000000")));

        assertThat(failure.outcome()).isEqualTo(PayoutOutcome.DECLINED);
        assertThat(store().find(world.organization.id(), failure.transaction()).orElseThrow().status())
                .isEqualTo(TransactionStatus.DECLINED);
        assertThat(world.balance(Asset.USDC)).satisfies(holds("10.000000", "0.000000"));
    }

    @Test
    void a_refused_payout_that_the_books_cannot_give_back_stays_locked_and_is_not_told_as_undone() {
        world.deposit(usdc("10.000000"));
        world.chain.sending = Sending.REFUSED;
        var decisions = new AtomicInteger();
        var failing = new Books() {
            @Override
            public <R> R decide(Subjects subjects, Decision<R> decision) {
                if (decisions.incrementAndGet() == 2) {
                    throw new DecisionRolledBack(new IllegalStateException("planted"));
                }
                return world.store.books().decide(subjects, decision);
            }
        };

        var failure = (ChainSendFailed) refusal(() -> payOutCrypto(failing, NewWalletLimit.NONE)
                .payOut(crypto(world.caller, wallet, ChainName.ETHEREUM_SEPOLIA)));

        assertThat(failure.outcome()).isEqualTo(PayoutOutcome.UNKNOWN);
        assertThat(world.balance(Asset.USDC)).satisfies(holds("6.000000", "4.000000"));

        world.chain.fate = Fate.ABSENT;
        resolveAfterALease();
        assertThat(world.balance(Asset.USDC)).satisfies(holds("10.000000", "0.000000"));
    }

    @Test
    void a_payout_without_an_answer_stays_locked_until_its_fate_is_known() {
        world.deposit(usdc("10.000000"));
        world.chain.sending = Sending.UNKNOWN;

        var failure = (ChainSendFailed) refusal(() -> payOut(usdc("4.000000")));

        assertThat(failure.outcome()).isEqualTo(PayoutOutcome.UNKNOWN);
        assertThat(failure.message()).contains(failure.transaction().toString(), "do not send it again");
        assertThat(world.balance(Asset.USDC)).satisfies(holds("6.000000", "4.000000"));

        world.chain.fate = Fate.ABSENT;
        resolveAfterALease();
        assertThat(world.balance(Asset.USDC)).satisfies(holds("6.000000", "4.000000"));

        world.chain.fate = Fate.FAILED;
        resolveAfterALease();
        assertThat(world.balance(Asset.USDC)).satisfies(holds("10.000000", "0.000000"));
    }

    @Test
    void a_payout_that_was_never_sent_is_sent_again_and_declined_if_the_chain_refuses_it_now() {
        world.deposit(usdc("10.000000"));
        var payout = payOut(usdc("4.000000"));
        world.chain.fate = Fate.ABSENT;
        world.chain.sending = Sending.REFUSED;

        resolveAfterALease();

        assertThat(statusOf(payout)).isEqualTo(TransactionStatus.DECLINED);
    }

    @Test
    void a_payout_that_has_ended_is_not_looked_at_again() {
        world.deposit(usdc("10.000000"));
        payOut(usdc("4.000000"));
        world.chain.fate = Fate.CONFIRMED;
        resolveAfterALease();
        world.clock.advance(LEASE);

        assertThat(resolvePayouts.resolve(new ResolvePayouts.Command(LEASE, 10))).isZero();
    }

    /** Every row corrects one fault; the next error in the declared order appears. */
    @Test
    void crypto_payouts_refuse_in_the_declared_order() {
        var archived = world.keep(wallet.archive(NOON));
        setCryptoPayouts(false);
        world.chain.sending = Sending.UNKNOWN;

        var strangersOrganization = anOrganization();
        world.store.registry().enrol(strangersOrganization, aKeyOf(strangersOrganization), List.of());
        var stranger = world.callerOf(strangersOrganization, Environment.SANDBOX);
        assertRefused(
                () -> payOutCrypto.payOut(crypto(stranger, wallet, ChainName.TRON_NILE)),
                new AssetNotSupported(
                        "USDC", List.of("USDT"), List.of(new FieldFault("asset", "must be one of USDT on TRON_NILE"))));
        assertRefused(
                () -> payOut(usdc("0.999999")),
                ValidationError.of("amount", "must be at least 1.000000 in USDC on ETHEREUM_SEPOLIA"));
        assertRefused(
                () -> payOutCrypto.payOut(crypto(stranger, wallet, ChainName.ETHEREUM_SEPOLIA)),
                new AccountNotFound(world.account.id()));
        var unknown = aCryptoBeneficiaryOf(world.account);
        assertRefused(
                () -> payOutCrypto.payOut(crypto(world.caller, unknown, ChainName.ETHEREUM_SEPOLIA)),
                new BeneficiaryNotFound(unknown.id()));
        assertRefused(
                () -> payOutCrypto.payOut(crypto(world.caller, archived, ChainName.ETHEREUM_MAINNET)),
                new InvalidRequest(
                        "The chain ETHEREUM_MAINNET is not available in the sandbox environment; available are ETHEREUM_SEPOLIA, ARBITRUM_SEPOLIA, "
                                + "BASE_SEPOLIA, SOLANA_DEVNET, TRON_NILE."));
        assertRefused(
                () -> payOutCrypto.payOut(crypto(world.caller, archived, ChainName.ETHEREUM_SEPOLIA)),
                new Forbidden("Crypto payouts are not enabled for this organization."));
        setCryptoPayouts(true);
        assertRefused(
                () -> payOutCrypto.payOut(crypto(world.caller, archived, ChainName.ETHEREUM_SEPOLIA)),
                new BeneficiaryAlreadyArchived(archived.id()));
        world.keep(wallet);
        var other = world.keepReferred("Invoice 7");
        assertRefused(
                () -> payOutCrypto.payOut(crypto(Optional.of(new FeeSchedule(usdc("1.000000"), 0)), other.memo())),
                new FeeScheduleDrifted(usdc("1.000000"), 0, usdc("0.000000"), 0));
        control(FeeKey.cryptoPayout(Asset.USDC), Optional.of(usdc("1.000000")), Optional.of(Duration.ofHours(1)));
        assertRefused(() -> payOutCrypto.payOut(crypto(Optional.of(FeeSchedule.free(Asset.USDC)), other.memo())),
                new PayoutTooLarge(usdc("4.000000"), usdc("1.000000")));
        control(FeeKey.cryptoPayout(Asset.USDC), Optional.empty(), Optional.of(Duration.ofHours(1)));
        assertRefused(() -> payOutCrypto.payOut(crypto(Optional.of(FeeSchedule.free(Asset.USDC)), other.memo())),
                new BeneficiaryCoolingOff(wallet.id(), wallet.createdAt().plus(Duration.ofHours(1))));
        world.screening.goAway();
        limitDays(FeeKey.cryptoPayout(Asset.USDC), usdc("1.000000"));
        assertRefused(() -> payOutCrypto.payOut(crypto(Optional.of(FeeSchedule.free(Asset.USDC)), other.memo())), new ScreeningUnavailable());
        world.screening.say(Verdict.REFUSE);
        assertRefused(() -> payOutCrypto.payOut(crypto(Optional.of(FeeSchedule.free(Asset.USDC)), other.memo())),
                new PayoutRefusedByScreening(wallet.id()));
        world.screening.say(Verdict.ALLOW);
        assertThat(refusal(() -> payOutCrypto.payOut(crypto(Optional.of(FeeSchedule.free(Asset.USDC)), other.memo()))))
                .isInstanceOf(PayoutLimitExceeded.class);
        control(FeeKey.cryptoPayout(Asset.USDC), Optional.empty(), Optional.empty());
        assertRefused(
                () -> payOutCrypto.payOut(crypto(Optional.of(FeeSchedule.free(Asset.USDC)), other.memo())),
                new ReferenceTaken("Invoice 7", other.id().toString()));
        assertRefused(
                () -> payOutCrypto.payOut(crypto(world.caller, wallet, ChainName.ETHEREUM_SEPOLIA)),
                new InsufficientFunds(world.account.id(), usdc("4.000000"), usdc("0.000000")));
        world.deposit(usdc("4.000000"));
        assertThat(refusal(() -> payOutCrypto.payOut(crypto(world.caller, wallet, ChainName.ETHEREUM_SEPOLIA))))
                .isInstanceOf(ChainSendFailed.class);

        assertThat(declaredBy(PayOutCrypto.class))
                .containsExactly(
                        RateLimitExceeded.class,
                        AssetNotSupported.class,
                        ValidationError.class,
                        AccountNotFound.class,
                        BeneficiaryNotFound.class,
                        InvalidRequest.class,
                        Forbidden.class,
                        BeneficiaryAlreadyArchived.class,
                        FeeScheduleDrifted.class,
                        PayoutTooLarge.class,
                        BeneficiaryCoolingOff.class,
                        ScreeningUnavailable.class,
                        PayoutRefusedByScreening.class,
                        PayoutLimitExceeded.class,
                        ReferenceTaken.class,
                        InsufficientFunds.class,
                        ChainSendFailed.class);
    }

    @Test
    void fiat_payouts_refuse_in_the_declared_order() {
        var archived = world.keep(bank.archive(NOON));
        world.suspendTheAccount();

        assertRefused(
                () -> payOutFiat.payOut(new PayOutFiat.Command(
                        world.stranger(), world.account.id(), bank.id(), eur("1000000000.00"), BankMethod.SEPA, Memo.EMPTY)),
                ValidationError.of("amount", "must be at most 999999999.99 for SEPA"));
        assertRefused(() -> payOutFiat.payOut(fiat(world.stranger(), bank)), new AccountNotFound(world.account.id()));
        var unknown = aBankBeneficiaryOf(world.account);
        assertRefused(() -> payOutFiat.payOut(fiat(world.caller, unknown)), new BeneficiaryNotFound(unknown.id()));
        assertRefused(
                () -> payOutFiat.payOut(fiat(world.caller, wallet)),
                new InvalidRequest("The beneficiary is a blockchain address; a fiat payout needs a bank account."));
        assertRefused(
                () -> payOutFiat.payOut(fiat(world.caller, archived)),
                new Forbidden("The account is SUSPENDED and takes no new transactions."));
        world.store.accounts().add(world.account);
        assertRefused(() -> payOutFiat.payOut(fiat(world.caller, archived)), new BeneficiaryAlreadyArchived(archived.id()));
        world.keep(bank);
        var other = world.keepReferred("Invoice 7");
        assertRefused(
                () -> payOutFiat.payOut(fiat(Optional.of(new FeeSchedule(eur("0.00"), 1)), other.memo())),
                new FeeScheduleDrifted(eur("0.00"), 1, eur("0.00"), 0));
        control(FeeKey.fiatPayout(Asset.EUR), Optional.of(eur("1.00")), Optional.of(Duration.ofHours(1)));
        assertRefused(() -> payOutFiat.payOut(fiat(Optional.of(FeeSchedule.free(Asset.EUR)), other.memo())),
                new PayoutTooLarge(eur("5.00"), eur("1.00")));
        control(FeeKey.fiatPayout(Asset.EUR), Optional.empty(), Optional.of(Duration.ofHours(1)));
        assertRefused(() -> payOutFiat.payOut(fiat(Optional.of(FeeSchedule.free(Asset.EUR)), other.memo())),
                new BeneficiaryCoolingOff(bank.id(), bank.createdAt().plus(Duration.ofHours(1))));
        world.screening.goAway();
        limitDays(FeeKey.fiatPayout(Asset.EUR), eur("1.00"));
        assertRefused(() -> payOutFiat.payOut(fiat(Optional.of(FeeSchedule.free(Asset.EUR)), other.memo())), new ScreeningUnavailable());
        world.screening.say(Verdict.REFUSE);
        assertRefused(() -> payOutFiat.payOut(fiat(Optional.of(FeeSchedule.free(Asset.EUR)), other.memo())),
                new PayoutRefusedByScreening(bank.id()));
        world.screening.say(Verdict.ALLOW);
        assertThat(refusal(() -> payOutFiat.payOut(fiat(Optional.of(FeeSchedule.free(Asset.EUR)), other.memo()))))
                .isInstanceOf(PayoutLimitExceeded.class);
        control(FeeKey.fiatPayout(Asset.EUR), Optional.empty(), Optional.empty());
        assertRefused(
                () -> payOutFiat.payOut(fiat(Optional.of(FeeSchedule.free(Asset.EUR)), other.memo())),
                new ReferenceTaken("Invoice 7", other.id().toString()));
        assertRefused(
                () -> payOutFiat.payOut(fiat(world.caller, bank)),
                new InsufficientFunds(world.account.id(), eur("5.00"), eur("0.00")));
        world.deposit(eur("5.00"));
        assertThat(payOutFiat.payOut(fiat(world.caller, bank)).status()).isEqualTo(TransactionStatus.LOCKED);

        assertThat(declaredBy(PayOutFiat.class))
                .containsExactly(
                        ValidationError.class,
                        AccountNotFound.class,
                        BeneficiaryNotFound.class,
                        InvalidRequest.class,
                        Forbidden.class,
                        BeneficiaryAlreadyArchived.class,
                        FeeScheduleDrifted.class,
                        PayoutTooLarge.class,
                        BeneficiaryCoolingOff.class,
                        ScreeningUnavailable.class,
                        PayoutRefusedByScreening.class,
                        PayoutLimitExceeded.class,
                        ReferenceTaken.class,
                        InsufficientFunds.class);
    }

    @Test
    void a_payout_costs_what_the_schedule_says_on_top_of_its_amount() {
        charge(FeeKey.fiatPayout(Asset.EUR), new FeeSchedule(eur("0.30"), 25));
        world.deposit(eur("5.30"));

        assertRefused(
                () -> payOutFiat.payOut(fiat(world.caller, bank)),
                new InsufficientFunds(world.account.id(), eur("5.31"), eur("5.30")));
        world.deposit(eur("0.01"));
        var payout = payOutFiat.payOut(fiat(world.caller, bank));

        assertThat(payout.amount()).isEqualTo(eur("5.00"));
        assertThat(payout.fee()).hasValue(new FeeSchedule(eur("0.30"), 25).on(eur("5.00")));
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("0.00"));
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("5.31"));
    }

    @Test
    void the_fee_of_a_payout_that_is_declined_is_released_with_it() {
        charge(FeeKey.cryptoPayout(Asset.USDC), new FeeSchedule(usdc("1.000000"), 0));
        world.deposit(usdc("5.000000"));
        world.chain.sending = Sending.REFUSED;

        assertThat(refusal(() -> payOutCrypto.payOut(crypto(world.caller, wallet, ChainName.ETHEREUM_SEPOLIA)))).isInstanceOf(ChainSendFailed.class);

        assertThat(world.balance(Asset.USDC)).satisfies(holds("5.000000", "0.000000"));
    }

    @Test
    void only_so_many_wallets_are_paid_for_the_first_time_in_a_while() {
        var limit = NewWalletLimit.of(RateLimit.perMinute(1), new InMemoryAllowances(world.clock), store());
        var limited = payOutCrypto(limit);
        var second = world.keep(aCryptoBeneficiaryOf(world.account));
        world.deposit(usdc("40.000000"));
        limited.payOut(crypto(world.caller, wallet, ChainName.ETHEREUM_SEPOLIA));

        limited.payOut(crypto(world.caller, wallet, ChainName.ETHEREUM_SEPOLIA));
        assertRefused(
                () -> limited.payOut(crypto(world.caller, second, ChainName.ETHEREUM_SEPOLIA)),
                new RateLimitExceeded(Duration.ofMinutes(1)));
        var nobody = new BeneficiaryId(world.ids.next());
        var toNobody = new PayOutCrypto.Command(
                world.caller, world.account.id(), nobody, usdc("1.000000"), ChainName.ETHEREUM_SEPOLIA, Memo.EMPTY);
        assertThat(refusal(() -> limited.payOut(toNobody))).isInstanceOf(BeneficiaryNotFound.class);
        world.clock.advance(Duration.ofMinutes(1));
        limited.payOut(crypto(world.caller, second, ChainName.ETHEREUM_SEPOLIA));

        assertThat(world.balance(Asset.USDC)).satisfies(holds("28.000000", "12.000000"));
    }

    private PayOutCrypto payOutCrypto(NewWalletLimit limit) {
        return payOutCrypto(world.store.books(), limit);
    }

    private PayOutCrypto payOutCrypto(Books books, NewWalletLimit limit) {
        return new PayOutCryptoService(
                books, world.rails(world.bank), world.desk(world.bank), limit, dispatcher(books), Runnable::run, Duration.ofSeconds(5));
    }

    private PayoutDispatcher dispatcher(Books books) {
        return new PayoutDispatcher(books, world.store.outbox(), world.chain, world.clock, RailWatch.NONE);
    }

    private Transaction payOut(Money amount) {
        return payOutCrypto.payOut(new PayOutCrypto.Command(
                world.caller, world.account.id(), wallet.id(), amount, ChainName.ETHEREUM_SEPOLIA, Memo.EMPTY));
    }

    private PayOutCrypto.Command crypto(Caller caller, Beneficiary beneficiary, ChainName chain) {
        return new PayOutCrypto.Command(caller, world.account.id(), beneficiary.id(), usdc("4.000000"), chain, Memo.EMPTY);
    }

    private PayOutFiat.Command fiat(Caller caller, Beneficiary beneficiary) {
        return new PayOutFiat.Command(
                caller, world.account.id(), beneficiary.id(), eur("5.00"), BankMethod.SEPA, Memo.EMPTY);
    }

    private PayOutCrypto.Command crypto(Optional<FeeSchedule> expected, Memo memo) {
        return new PayOutCrypto.Command(
                world.caller, world.account.id(), wallet.id(), usdc("4.000000"), ChainName.ETHEREUM_SEPOLIA, expected, memo, Once.eachTime());
    }

    private PayOutFiat.Command fiat(Optional<FeeSchedule> expected, Memo memo) {
        return new PayOutFiat.Command(
                world.caller, world.account.id(), bank.id(), eur("5.00"), BankMethod.SEPA, expected, memo, Once.eachTime());
    }

    private void control(FeeKey key, Optional<Money> mostPerPayout, Optional<Duration> coolingOff) {
        control(key, new PayoutControls(Optional.empty(), mostPerPayout, Optional.empty(), Optional.empty(), coolingOff));
    }

    private void limitDays(FeeKey key, Money most) {
        control(key, new PayoutControls(Optional.empty(), Optional.empty(), Optional.of(most), Optional.empty(), Optional.empty()));
    }

    private void control(FeeKey key, PayoutControls controls) {
        world.store.payoutControlBook().add(
                new PayoutControlsVersion(Optional.of(world.organization.id()), key, Optional.of(controls), "board", NOON), Optional.empty());
    }

    private void charge(FeeKey key, FeeSchedule schedule) {
        world.store.feeSchedules().add(
                new FeeScheduleVersion(Optional.of(world.organization.id()), key, Optional.of(schedule), "board", NOON), Optional.empty());
    }

    private void setCryptoPayouts(boolean enabled) {
        world.store.registry().decide(world.organization.id(), Optional.empty(), open -> {
            open.record(open.organization().withCryptoPayouts(enabled, world.clock.instant()));
            return open;
        });
    }

    private void resolveAfterALease() {
        world.clock.advance(LEASE);
        assertThat(resolvePayouts.resolve(new ResolvePayouts.Command(LEASE, 10))).isEqualTo(1);
    }

    private TransactionStatus statusOf(Transaction transaction) {
        return store().find(world.organization.id(), transaction.id()).orElseThrow().status();
    }

    private Transactions store() {
        return world.store.transactions();
    }

    private static Consumer<Balance> holds(String available, String locked) {
        return balance -> {
            assertThat(balance.available()).isEqualTo(usdc(available));
            assertThat(balance.locked()).isEqualTo(usdc(locked));
        };
    }
}

package dev.corridor.application;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.market.FixedExchangeRates;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.PayOutFiatService;
import dev.corridor.application.transaction.PayoutDesk;
import dev.corridor.application.transaction.PayoutRails;
import dev.corridor.application.transaction.port.Bank;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.memory.InMemoryStore;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.SettableClock;
import dev.corridor.testing.WillingBank;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the use cases of a test act in: a store in memory, a clock that stands still, an obedient chain, and one organization. */
final class World {

    static final Duration APPROVED_WITHIN = Duration.ofDays(3);

    final SettableClock clock = new SettableClock(NOON);
    final SequentialIds ids = new SequentialIds();
    final InMemoryStore store = InMemoryStore.empty(clock, ids);
    final ObedientChain chain = new ObedientChain();
    final WillingBank bank = new WillingBank();
    final ScriptedScreening screening = new ScriptedScreening();
    final FixedExchangeRates rates = new FixedExchangeRates(List.of(Rate.of("1", Asset.USD, Asset.USDC), Rate.of("1.25", Asset.EUR, Asset.USD)));

    final Organization organization = anOrganization();
    final Account account = anAccountOf(organization);
    final Caller caller = callerOf(organization, Environment.SANDBOX);

    World() {
        store.registry().enrol(organization, aKeyOf(organization), List.of());
        store.accounts().add(account);
    }

    /** A chain that does as the test says. */
    static final class ObedientChain implements Chain {

        private static final String WALLET = "0xhouse";

        Optional<Obstacle> obstacle = Optional.empty();
        Sending sending = Sending.ACCEPTED;
        Fate fate = Fate.PENDING;

        @Override
        public void requireConnected(ChainName chain) {}

        @Override
        public Optional<Obstacle> obstacle(ChainTransfer transfer) {
            return obstacle;
        }

        @Override
        public String wallet(ChainName chain) {
            return WALLET;
        }

        @Override
        public long firstNonce(ChainName chain) {
            return 0;
        }

        @Override
        public SignedTransfer sign(ChainTransfer transfer, long nonce, Instant now) {
            return new SignedTransfer(transfer, WALLET, nonce, 0, "0x" + transfer.transaction(), "raw", now);
        }

        @Override
        public Optional<SignedTransfer> replace(SignedTransfer stuck, Instant now) {
            return Optional.empty();
        }

        @Override
        public Sending send(SignedTransfer transfer) {
            return sending;
        }

        @Override
        public Fate fate(SignedTransfer transfer, Instant now) {
            return fate;
        }

        @Override
        public Optional<BigInteger> cost(SignedTransfer mined) {
            return Optional.of(BigInteger.TEN);
        }
    }

    PayOutFiat payOutFiat(Bank by) {
        return new PayOutFiatService(store.books(), rails(by), desk(by));
    }

    PayoutRails rails(Bank by) {
        return new PayoutRails(store.organizations(), chain, List.of(by));
    }

    PayoutDesk desk(Bank by) {
        return new PayoutDesk(rails(by), screening, APPROVED_WITHIN);
    }

    /** A request that is named, for a transaction. */
    Once<Transaction> once(String name) {
        var key = new IdempotencyKey(organization.id(), name, "POST", "/v1/transactions");
        return Once.perKey(new Once.Request(key, Fingerprint.of(Map.of(), Map.of()), NOON), Transaction::toString, Object::toString);
    }

    Caller callerOf(Organization organization, Environment environment) {
        return Caller.withFullAccess(organization.id(), new ApiKeyId(ids.next()), environment);
    }

    Caller stranger() {
        return callerOf(anOrganization(), Environment.SANDBOX);
    }

    void deposit(Money amount) {
        post(aDepositTo(account, amount));
    }

    Transaction post(Movement movement) {
        return store.books().decide(Subjects.account(organization.id(), account.id()), open -> open.post(movement));
    }

    /** A transaction with that reference. */
    Transaction keepReferred(String reference) {
        var memo = new Memo(Optional.of(new Reference(organization.id(), Kind.TRANSACTION, reference)), "", List.of(), Map.of());
        return keep(new Transaction(
                new TransactionId(ids.next()),
                organization.id(),
                account.id(),
                TransactionStatus.COMPLETED,
                Money.ofUnits(1, Asset.USD),
                new Details.FiatPayin(),
                memo,
                NOON,
                NOON,
                Optional.empty()));
    }

    private Transaction keep(Transaction transaction) {
        var subjects = Subjects.account(organization.id(), account.id()).with(transaction.memo().reference());
        return store.books().decide(subjects, open -> open.record(transaction));
    }

    Beneficiary keep(Beneficiary beneficiary) {
        return store.books().decide(Subjects.account(organization.id(), beneficiary.account()).with(beneficiary.reference()), open -> {
            open.record(beneficiary);
            return beneficiary;
        });
    }

    Quote keep(Quote quote) {
        return store.books().decide(Subjects.account(organization.id(), quote.account()), open -> {
            open.record(quote);
            return quote;
        });
    }

    /** What was done to a thing, the latest first. */
    List<AuditRecord> audited(Object subject) {
        var anything = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());
        return store.auditTrail().page(organization.id(), anything, new PageRequest<>(100, Optional.empty())).items().stream()
                .filter(record -> record.subject().equals(subject.toString()))
                .toList();
    }

    void suspendTheAccount() {
        store.accounts().add(new Account(
                account.id(),
                organization.id(),
                account.reference(),
                account.name(),
                account.description(),
                account.primary(),
                AccountStatus.SUSPENDED,
                account.createdAt(),
                clock.instant()));
    }

    Balance balance(Asset asset) {
        return store.accounts().balances(organization.id(), account.id()).stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst()
                .orElse(Balance.zero(account.id(), asset));
    }
}

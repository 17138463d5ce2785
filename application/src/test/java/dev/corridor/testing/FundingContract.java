package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositAddressOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anArrival;
import static dev.corridor.testing.Fixtures.anArrivalOf;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.PageRequest;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.funding.BankFunding;
import dev.corridor.application.funding.RecordReceipt;
import dev.corridor.application.funding.RecordReceipt.Owner;
import dev.corridor.application.funding.RecordReceiptService;
import dev.corridor.application.funding.port.DepositKey;
import dev.corridor.application.funding.port.FundingSource;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.FundingDetails;
import dev.corridor.domain.funding.FundingDetails.BankReference;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodStatus;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Assigned;
import dev.corridor.domain.funding.Receipt.Credit;
import dev.corridor.domain.funding.Receipt.Credited;
import dev.corridor.domain.funding.Receipt.Resolution;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionType;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of the ports of funding methods and receipts, and what {@link RecordReceipt} makes of them. */
public abstract class FundingContract extends StoreContract {

    private static final int TIMES = 16;
    private static final int MANY = 1000;

    private RecordReceipt receipts;

    @BeforeEach
    void something_arrives() {
        receipts = new RecordReceiptService(store.books(), store.receipts(), () -> NOON, RailWatch.NONE);
    }

    @Test
    void a_funding_method_is_found_by_its_owner_and_by_its_address() {
        var method = aDepositAddressOf(account);
        store.fundingMethods().add(method);

        assertThat(store.fundingMethods().find(organization.id(), method.id())).contains(method);
        assertThat(store.fundingMethods().findByAddress(ChainName.ETHEREUM_SEPOLIA, address(method))).contains(method);
        assertThat(store.fundingMethods().findByAddress(ChainName.BASE_SEPOLIA, address(method))).isEmpty();
    }

    @Test
    void only_active_funding_methods_of_the_accounts_are_listed() {
        var other = stored(anAccountOf(organization));
        var third = stored(anAccountOf(organization));
        var first = aDepositAddressOf(account);
        var second = aDepositAddressOf(other);
        List.of(first, second, aDepositAddressOf(third), inactive(aDepositAddressOf(account))).forEach(store.fundingMethods()::add);

        assertThat(store.fundingMethods().active(organization.id(), List.of(account.id(), other.id()))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void an_account_gets_the_next_address_of_a_key_once() {
        var key = new Key("first-" + account.id());
        provide(key);
        provide(key);

        var method = addressOf(account).orElseThrow();
        assertThat(method.assets()).containsExactly(Asset.USDC);
        assertThat(method.createdAt()).isEqualTo(NOON);
        assertThat(address(method)).startsWith(key.name + "/");
        assertThat(store.fundingMethods().addresses(ChainName.ETHEREUM_SEPOLIA, "", MANY)).contains(address(method)).isSorted();
        assertThat(store.fundingMethods().addresses(ChainName.BASE_SEPOLIA, "", MANY)).doesNotContain(address(method));
    }

    @Test
    void an_account_that_is_opened_later_gets_the_next_address() {
        var key = new Key("later-" + account.id());
        provide(key);
        var next = stored(anAccountOf(organization));
        var closed = stored(with(AccountStatus.CLOSED));

        provide(key);

        assertThat(address(addressOf(next).orElseThrow())).startsWith(key.name).isNotEqualTo(address(addressOf(account).orElseThrow()));
        assertThat(addressOf(closed)).isEmpty();
    }

    @Test
    void a_new_key_makes_the_addresses_of_the_former_inactive() {
        provide(new Key("old-" + account.id()));
        var former = addressOf(account).orElseThrow();

        provide(new Key("new-" + account.id()));

        assertThat(address(addressOf(account).orElseThrow())).startsWith("new-");
        var found = store.fundingMethods().findByAddress(ChainName.ETHEREUM_SEPOLIA, address(former)).orElseThrow();
        assertThat(found.status()).isEqualTo(FundingMethodStatus.INACTIVE);
        assertThat(found.id()).isEqualTo(former.id());
    }

    @Test
    void a_chain_is_read_from_where_the_last_reader_has_ended() {
        var chain = ChainName.ARBITRUM_SEPOLIA;
        store.depositCursors().begin(chain, 7);
        store.depositCursors().begin(chain, 3);
        long first = store.depositCursors().claim(chain, NOON, Duration.ofSeconds(30)).orElseThrow();

        assertThat(store.depositCursors().claim(chain, NOON.plusSeconds(29), Duration.ofSeconds(30))).isEmpty();
        assertThat(store.depositCursors().claim(chain, NOON.plusSeconds(30), Duration.ofSeconds(30))).hasValue(first);
        store.depositCursors().advance(chain, first + 5);
        store.depositCursors().advance(chain, first + 2);
        assertThat(store.depositCursors().next(chain)).hasValue(first + 5);
        assertThat(store.depositCursors().claim(chain, NOON, Duration.ofSeconds(30))).hasValue(first + 5);
    }

    @Test
    void nothing_is_read_of_a_chain_that_has_not_begun() {
        assertThat(store.depositCursors().claim(ChainName.BASE_MAINNET, NOON, Duration.ofSeconds(30))).isEmpty();
        assertThat(store.depositCursors().next(ChainName.BASE_MAINNET)).isEmpty();
    }

    /** Addresses sort by their number. */
    private record Key(String name) implements FundingSource {

        @Override
        public String rail() {
            return ChainName.ETHEREUM_SEPOLIA.name();
        }

        @Override
        public String fingerprint() {
            return name;
        }

        @Override
        public List<Asset> assets() {
            return List.of(Asset.USDC);
        }

        @Override
        public FundingDetails details(AccountId account, long index) {
            return new CryptoAddress(ChainName.ETHEREUM_SEPOLIA, name + "/" + index);
        }
    }

    @Test
    void an_account_gets_a_reference_at_each_bank_and_keeps_its_address() {
        var address = aDepositAddressOf(account);
        store.fundingMethods().add(address);
        var first = bank("Corridor");

        provide(first);
        provide(first);

        var method = bankMethods().getFirst();
        assertThat(bankMethods()).hasSize(1);
        assertThat(method.details()).isEqualTo(first.details(account.id(), 0));
        assertThat(method.assets()).containsExactly(Asset.EUR, Asset.USD);
        assertThat(store.fundingMethods().findByReference(((BankReference) method.details()).reference())).contains(method);
        assertThat(store.fundingMethods().find(organization.id(), address.id())).contains(address);

        provide(bank("Corridor Ltd"));
        assertThat(bankMethods()).singleElement().extracting(FundingMethod::details).isEqualTo(bank("Corridor Ltd").details(account.id(), 0));
        assertThat(store.fundingMethods().findByReference(((BankReference) method.details()).reference()).orElseThrow().status())
                .isEqualTo(FundingMethodStatus.INACTIVE);
    }

    private static BankFunding bank(String holder) {
        return new BankFunding("main", holder, "DE89370400440532013000", "COBADEFF", List.of(Asset.EUR, Asset.USD));
    }

    private List<FundingMethod> bankMethods() {
        return store.fundingMethods().active(organization.id(), List.of(account.id())).stream()
                .filter(method -> method.details() instanceof BankReference)
                .toList();
    }

    /** Other tests have stored accounts too. */
    private void provide(FundingSource key) {
        int provided;
        do {
            provided = store.fundingMethods().provide(key, new SequentialIds(), NOON, MANY);
        } while (provided == MANY);
    }

    private Optional<FundingMethod> addressOf(Account of) {
        return store.fundingMethods().active(organization.id(), List.of(of.id())).stream().findAny();
    }

    @Test
    void what_arrives_for_an_account_is_credited_with_all_that_the_chain_says() {
        var arrival = anArrival(usdc("12.500000"));

        var receipt = (Credited) record(arrival);

        assertThat(balance(account, usdc("0")).available()).isEqualTo(usdc("12.500000"));
        var payin = store.transactions().find(organization.id(), receipt.to().transaction()).orElseThrow();
        assertThat(payin.type()).isEqualTo(TransactionType.CRYPTO_PAYIN);
        assertThat(payin.details()).isEqualTo(arrival.details());
        assertThat(payin.amount()).isEqualTo(usdc("12.500000"));
        assertThat(store.receipts().find(arrival.receipt())).contains(receipt);
    }

    @Test
    void the_same_arrival_is_credited_once_however_many_record_it() throws Exception {
        var arrival = anArrival(usdc("1.000000"));
        var recorded = new HashSet<Receipt>();

        try (var threads = Executors.newFixedThreadPool(TIMES)) {
            var calls = new ArrayList<Future<Receipt>>();
            for (int i = 0; i < TIMES; i++) {
                calls.add(threads.submit(() -> record(arrival)));
            }
            for (var call : calls) {
                recorded.add(call.get());
            }
        }

        assertThat(recorded).hasSize(1);
        assertThat(payins()).hasSize(1);
        assertThat(balance(account, usdc("0")).available()).isEqualTo(usdc("1.000000"));
    }

    /** Two nodes may not know the same funding methods yet. */
    @Test
    void of_a_credit_and_a_suspense_the_first_stands() {
        var credited = anArrival(usdc("1.000000"));
        var suspended = anArrival(usdc("2.000000"));

        var credit = record(credited);
        var suspense = receipts.record(new RecordReceipt.Command(suspended, new Owner.Nobody(SuspenseReason.UNKNOWN_ADDRESS)));

        assertThat(receipts.record(new RecordReceipt.Command(credited, new Owner.Nobody(SuspenseReason.UNKNOWN_ADDRESS)))).isEqualTo(credit);
        assertThat(record(suspended)).isEqualTo(suspense);
        assertThat(balance(account, usdc("0")).available()).isEqualTo(usdc("1.000000"));
    }

    @Test
    void what_no_account_can_hold_is_suspended() {
        var units = BigInteger.TEN.pow(70);
        var foreign = anArrivalOf(new Value.Foreign("0xtoken", units));

        var receipt = (Suspended) record(foreign);

        assertThat(receipt.reason()).isEqualTo(SuspenseReason.UNKNOWN_ASSET);
        assertThat(store.receipts().find(foreign.receipt())).contains(receipt);
        assertThat(payins()).isEmpty();
    }

    @Test
    void what_arrives_for_a_closed_account_is_suspended() {
        var closed = stored(with(AccountStatus.CLOSED));

        var receipt = (Suspended) record(anArrival(usdc("1.000000")), closed);

        assertThat(receipt.reason()).isEqualTo(SuspenseReason.ACCOUNT_CLOSED);
        assertThat(store.receipts().find(receipt.id())).contains(receipt);
    }

    @Test
    void a_suspended_account_is_credited_because_the_money_has_arrived() {
        assertThat(record(anArrival(usdc("1.000000")), stored(with(AccountStatus.SUSPENDED)))).isInstanceOf(Credited.class);
    }

    @Test
    void what_a_balance_cannot_hold_is_suspended() {
        record(anArrival(Money.ofUnits(Long.MAX_VALUE, Asset.USDC)));

        var receipt = (Suspended) record(anArrival(usdc("0.000001")));

        assertThat(receipt.reason()).isEqualTo(SuspenseReason.BALANCE_FULL);
        assertThat(payins()).hasSize(1);
    }

    @Test
    void suspended_receipts_are_listed_the_oldest_first_until_they_are_resolved() {
        var first = suspended(usdc("1.000000"));
        var second = suspended(usdc("2.000000"));
        var third = suspended(usdc("3.000000"));

        assign(first, account);
        assertThat(store.receipts().giveBack(second.giveBack(resolution()))).isTrue();

        assertThat(store.receipts().suspended(MANY)).contains(third).doesNotContain(first, second);
        assertThat(balance(account, usdc("0")).available()).isEqualTo(usdc("1.000000"));
    }

    @Test
    void a_receipt_is_resolved_once() {
        var receipt = suspended(usdc("1.000000"));
        var assigned = assign(receipt, account);

        assertThat(store.receipts().giveBack(receipt.giveBack(resolution()))).isFalse();
        assertThat(store.receipts().find(receipt.id())).contains(assigned);
        assertThatThrownBy(() -> assign(receipt, account))
                .hasMessageContaining("The receipt is ASSIGNED; only a SUSPENDED one can be assigned or returned.");
        assertThat(balance(account, usdc("0")).available()).isEqualTo(usdc("1.000000"));
    }

    private Receipt record(Arrival arrival) {
        return record(arrival, account);
    }

    private Receipt record(Arrival arrival, Account to) {
        return receipts.record(new RecordReceipt.Command(arrival, new Owner.OfAccount(to.organization(), to.id())));
    }

    private Suspended suspended(Money amount) {
        return (Suspended) receipts.record(new RecordReceipt.Command(anArrival(amount), new Owner.Nobody(SuspenseReason.NO_ACCOUNT)));
    }

    private Assigned assign(Suspended receipt, Account to) {
        return store.books().decide(Subjects.account(to.organization(), to.id()).with(receipt.id()), open -> {
            var found = open.receipt(receipt.id()).orElseThrow().requireSuspended();
            var id = open.newTransactionId();
            var arrival = found.arrival();
            open.post(Transaction.payin(
                    id, to.organization(), to.id(), ((Value.Known) arrival.value()).money(), arrival.details(), open.now()));
            var assigned = found.assign(new Credit(to.organization(), to.id(), id), resolution());
            open.record(assigned);
            return assigned;
        });
    }

    private static Resolution resolution() {
        return new Resolution("operator", "the payer wrote", NOON);
    }

    private List<Transaction> payins() {
        return store.transactions().page(organization.id(), TransactionFilter.ALL, PageRequest.first()).items();
    }

    private Account with(AccountStatus status) {
        var open = anAccountOf(organization);
        return new Account(
                open.id(),
                open.organization(),
                open.reference(),
                open.name(),
                open.description(),
                open.primary(),
                status,
                open.createdAt(),
                open.updatedAt());
    }

    private static FundingMethod inactive(FundingMethod method) {
        return new FundingMethod(
                method.id(),
                method.organization(),
                method.account(),
                method.name(),
                FundingMethodStatus.INACTIVE,
                method.assets(),
                method.details(),
                method.createdAt());
    }

    private static String address(FundingMethod method) {
        return ((CryptoAddress) method.details()).address();
    }
}

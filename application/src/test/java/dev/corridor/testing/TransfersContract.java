package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.PageRequest;
import dev.corridor.application.account.ChangeAccount;
import dev.corridor.application.account.ChangeAccountService;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.beneficiary.RegisterBeneficiaryService;
import dev.corridor.application.beneficiary.RegisterNetworkBeneficiary;
import dev.corridor.application.beneficiary.RegisterNetworkBeneficiaryService;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.ChangeNetworkMember;
import dev.corridor.application.organization.ChangeNetworkMemberService;
import dev.corridor.application.transaction.DeliverTransfers;
import dev.corridor.application.transaction.DeliverTransfersService;
import dev.corridor.application.transaction.TransferBetweenAccounts;
import dev.corridor.application.transaction.TransferBetweenAccountsService;
import dev.corridor.application.transaction.TransferDelivery;
import dev.corridor.application.transaction.TransferOverNetwork;
import dev.corridor.application.transaction.TransferOverNetworkService;
import dev.corridor.application.transaction.port.NetworkOutbox;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers inside the house: their two sides, what becomes of them in a crash, and that money stays the same. */
public abstract class TransfersContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final AtomicInteger MEMBERS = new AtomicInteger();

    private final SequentialIds ids = new SequentialIds();
    private final SettableClock clock = new SettableClock(NOON);

    private Party payer;
    private Party payee;
    private Beneficiary beneficiary;

    /** An organization of the network with money in its primary account. */
    private record Party(Organization organization, Account account, NetworkHandle handle, Caller caller) {}

    @BeforeEach
    void two_members_of_the_network() {
        store.keepTime(clock, ids);
        payer = aMember(true);
        payee = aMember(true);
        beneficiary = register(payer, payee);
    }

    private Party aMember(boolean showsName) {
        var member = stored(anOrganization());
        var primary = stored(aPrimaryAccountOf(member));
        var handle = new NetworkHandle("member-" + MEMBERS.incrementAndGet() + "-" + primary.id().uuid().toString().substring(24));
        var party = new Party(member, primary, handle, Caller.withFullAccess(member.id(), new ApiKeyId(ids.next()), Environment.SANDBOX));
        posted(aDepositTo(primary, usd("100.00")));
        change(party, Optional.of(true), Optional.of(handle), Optional.of(showsName));
        return party;
    }

    private void change(Party party, Optional<Boolean> enabled, Optional<NetworkHandle> handle, Optional<Boolean> showsName) {
        new ChangeNetworkMemberService(store.registry(), new AuditLog(ids), clock).change(
                new ChangeNetworkMember.Command(party.caller(), enabled, handle, showsName, Origin.CONSOLE, Once.eachTime()));
    }

    private Beneficiary register(Party payer, Party payee) {
        var register = new RegisterNetworkBeneficiaryService(
                store.organizations(), new RegisterBeneficiaryService(store.books(), ids, clock));
        return register.register(new RegisterNetworkBeneficiary.Command(payer.caller(), payer.account().id(), "Supplier", payee.handle()));
    }

    @Test
    void a_transfer_between_accounts_has_a_transaction_and_an_entry_on_each_side() {
        var savings = stored(anAccountOf(payer.organization()));

        var debit = transferTo(savings, usd("40.00"));

        assertThat(debit.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(debit.details()).isEqualTo(new Details.TransferOut(savings.id()));
        var credit = only(payer, savings);
        assertThat(credit.details()).isEqualTo(new Details.TransferIn(payer.account().id(), debit.id()));
        assertThat(credit.memo()).isEqualTo(Memo.saying("Rent"));
        assertThat(store.transactions().entries(payer.organization().id(), debit.id())).extracting(Entry::amount).containsExactly(usd("-40.00"));
        assertThat(store.transactions().entries(payer.organization().id(), credit.id())).extracting(Entry::amount).containsExactly(usd("40.00"));
        assertThat(balance(payer.account(), usd("0")).available()).isEqualTo(usd("60.00"));
        assertThat(balance(savings, usd("0")).available()).isEqualTo(usd("40.00"));
    }

    @Test
    void transfers_to_and_fro_between_accounts_neither_deadlock_nor_change_the_total() throws Exception {
        var savings = stored(anAccountOf(payer.organization()));
        transferTo(savings, usd("50.00"));
        var there = new TransferBetweenAccounts.Command(payer.caller(), payer.account().id(), savings.id(), usd("1.00"), Memo.EMPTY);
        var back = new TransferBetweenAccounts.Command(payer.caller(), savings.id(), payer.account().id(), usd("1.00"), Memo.EMPTY);
        var transfer = new TransferBetweenAccountsService(store.books());

        atOnce(32, number -> transfer.transfer(number % 2 == 0 ? there : back));

        assertThat(balance(payer.account(), usd("0")).available()).isEqualTo(usd("50.00"));
        assertThat(balance(savings, usd("0")).available()).isEqualTo(usd("50.00"));
    }

    @Test
    void each_organization_has_its_own_side_of_a_transfer_over_the_network() {
        var debit = pay(payer, beneficiary, usd("30.00"));

        assertThat(debit.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(debit.details()).isEqualTo(new Details.NetworkTransferOut(beneficiary.id(), payee.handle()));
        var credit = credit();
        assertThat(credit.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(credit.details())
                .isEqualTo(new Details.NetworkTransferIn(debit.id(), payer.handle(), Optional.of(payer.organization().name())));
        assertThat(credit.memo()).isEqualTo(Memo.saying("Invoice 7"));
        assertThat(store.transactions().find(payee.organization().id(), debit.id())).isEmpty();
        assertThat(store.transactions().find(payer.organization().id(), credit.id())).isEmpty();
        assertThatBothHave(usd("70.00"), usd("130.00"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_sender_that_does_not_show_its_name_is_known_by_its_handle_alone() {
        change(payer, Optional.empty(), Optional.empty(), Optional.of(false));

        var debit = pay(payer, beneficiary, usd("30.00"));

        assertThat(credit().details()).isEqualTo(new Details.NetworkTransferIn(debit.id(), payer.handle(), Optional.empty()));
    }

    @Test
    void a_handle_that_another_organization_has_cannot_be_taken_and_one_that_was_given_up_can() {
        assertThatThrownBy(() -> change(payer, Optional.empty(), Optional.of(payee.handle()), Optional.empty()))
                .hasMessageContaining("handle is taken by another organization");

        change(payee, Optional.empty(), Optional.of(new NetworkHandle(payee.handle() + "-2")), Optional.empty());
        change(payer, Optional.empty(), Optional.of(payee.handle()), Optional.empty());

        assertThat(store.organizations().findMember(payee.handle())).map(found -> found.organization()).contains(payer.organization().id());
        pay(payer, beneficiary, usd("30.00"));
        assertThatBothHave(usd("70.00"), usd("130.00"));
    }

    @Test
    void of_many_that_take_a_handle_at_once_one_gets_it() throws Exception {
        var parties = List.of(aMember(true), aMember(true), aMember(true), aMember(true));
        var wanted = new NetworkHandle("wanted-" + MEMBERS.incrementAndGet() + "-" + payer.account().id().uuid().toString().substring(24));
        var refusals = new AtomicInteger();

        atOnce(parties.size(), number -> {
            try {
                change(parties.get(number), Optional.empty(), Optional.of(wanted), Optional.empty());
            } catch (BusinessException taken) {
                refusals.incrementAndGet();
            }
        });

        assertThat(refusals).hasValue(parties.size() - 1);
    }

    @Test
    void a_transfer_whose_node_dies_between_the_steps_is_credited_once_by_the_next() {
        var dying = new DyingBooks(store.books(), payee);
        pay(payer, beneficiary, usd("30.00"), dying, store.networkOutbox());
        assertThatBothHave(usd("70.00"), usd("100.00"));

        clock.advance(LEASE);
        assertThat(deliver()).isPositive();
        clock.advance(LEASE);
        deliver();

        assertThatBothHave(usd("70.00"), usd("130.00"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_transfer_whose_node_dies_after_the_credit_is_not_credited_again() {
        pay(payer, beneficiary, usd("30.00"), store.books(), new DyingOutbox(store.networkOutbox()));
        assertThatBothHave(usd("70.00"), usd("130.00"));

        clock.advance(LEASE);
        assertThat(deliver()).isPositive();

        assertThatBothHave(usd("70.00"), usd("130.00"));
        assertThat(credits()).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void workers_that_deliver_the_same_transfer_at_once_credit_it_once() throws Exception {
        pay(payer, beneficiary, usd("30.00"), new DyingBooks(store.books(), payee), store.networkOutbox());
        var nobodyElse = Duration.ZERO;

        atOnce(8, number -> new DeliverTransfersService(
                store.networkOutbox(), new TransferDelivery(store.books(), store.networkOutbox()), clock, new Random(number))
                .deliver(new DeliverTransfers.Command(nobodyElse, 1_000)));

        assertThatBothHave(usd("70.00"), usd("130.00"));
        assertThat(credits()).hasSize(1);
    }

    @Test
    void money_that_the_receiver_cannot_take_returns_to_the_sender() {
        pay(payer, beneficiary, usd("30.00"), new DyingBooks(store.books(), payee), store.networkOutbox());
        turn(payee, AccountStatus.SUSPENDED);
        clock.advance(LEASE);

        deliver();
        turn(payee, AccountStatus.ACTIVE);
        clock.advance(LEASE);
        deliver();

        assertThatBothHave(usd("100.00"), usd("100.00"));
        assertThat(credit().status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(only(payer, payer.account()).status()).isEqualTo(TransactionStatus.REFUNDED);
        assertThat(waiting()).isEmpty();
    }

    /** The node dies after the refusal is written down; by then the account is ACTIVE again. */
    @Test
    void what_was_refused_once_is_never_credited() {
        pay(payer, beneficiary, usd("30.00"), new DyingBooks(store.books(), payee), store.networkOutbox());
        turn(payee, AccountStatus.SUSPENDED);
        clock.advance(LEASE);
        deliver(new DyingBooks(store.books(), payer));
        turn(payee, AccountStatus.ACTIVE);
        clock.advance(Duration.ofMinutes(1));

        deliver();

        assertThatBothHave(usd("100.00"), usd("100.00"));
        assertThat(credits()).extracting(Transaction::status).containsExactly(TransactionStatus.DECLINED);
    }

    @Test
    void parallel_transfers_in_both_directions_neither_deadlock_nor_change_the_total() throws Exception {
        var back = register(payee, payer);

        atOnce(64, number -> {
            if (number % 2 == 0) {
                pay(payer, beneficiary, usd("3.00"));
            } else {
                pay(payee, back, usd("1.00"));
            }
        });

        assertThatBothHave(usd("36.00"), usd("164.00"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void an_account_that_holds_something_is_not_closed_and_an_empty_one_for_good() {
        var savings = stored(anAccountOf(payer.organization()));
        transferTo(savings, usd("40.00"));

        assertThatThrownBy(() -> turn(payer, savings, AccountStatus.CLOSED)).hasMessageContaining("still holds 40.00 USD");
        new TransferBetweenAccountsService(store.books()).transfer(new TransferBetweenAccounts.Command(
                payer.caller(), savings.id(), payer.account().id(), usd("40.00"), Memo.EMPTY));
        turn(payer, savings, AccountStatus.CLOSED);

        assertThat(store.accounts().find(payer.organization().id(), savings.id())).map(Account::status).contains(AccountStatus.CLOSED);
        assertThatThrownBy(() -> turn(payer, savings, AccountStatus.ACTIVE)).hasMessageContaining("final");
        assertThatThrownBy(() -> transferTo(savings, usd("1.00"))).hasMessageContaining("CLOSED");
    }

    /** Books of a node that dies before it decides anything for one organization. */
    private record DyingBooks(Books books, Party last) implements Books {

        @Override
        public <R> R decide(Subjects subjects, Decision<R> decision) {
            if (subjects.organization().equals(last.organization().id())) {
                throw new BusinessException(ServiceUnavailable.outage());
            }
            return books.decide(subjects, decision);
        }
    }

    /** An outbox of a node that dies before it can say that a transfer has ended. */
    private record DyingOutbox(NetworkOutbox outbox) implements NetworkOutbox {

        @Override
        public List<Waiting> claim(Instant now, Duration lease, int limit) {
            return outbox.claim(now, lease, limit);
        }

        @Override
        public void postpone(NetworkTransfer transfer, Duration by) {
            outbox.postpone(transfer, by);
        }

        @Override
        public void end(NetworkTransfer transfer) {
            throw new BusinessException(ServiceUnavailable.outage());
        }
    }

    private interface Task {
        void run(int number);
    }

    private static void atOnce(int count, Task task) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var start = new CountDownLatch(1);
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    start.await();
                    task.run(number);
                    return number;
                }));
            }
            start.countDown();
            for (var each : all) {
                each.get();
            }
        }
    }

    private Transaction transferTo(Account savings, Money amount) {
        return new TransferBetweenAccountsService(store.books()).transfer(new TransferBetweenAccounts.Command(
                payer.caller(), payer.account().id(), savings.id(), amount, Memo.saying("Rent")));
    }

    private Transaction pay(Party from, Beneficiary to, Money amount) {
        return pay(from, to, amount, store.books(), store.networkOutbox());
    }

    private Transaction pay(Party from, Beneficiary to, Money amount, Books books, NetworkOutbox outbox) {
        var transfer = new TransferOverNetworkService(
                books, store.organizations(), store.accounts(), store.beneficiaries(), new TransferDelivery(books, outbox));
        return transfer.transfer(
                new TransferOverNetwork.Command(from.caller(), from.account().id(), to.id(), amount, Memo.saying("Invoice 7")));
    }

    private int deliver() {
        return deliver(store.books());
    }

    private int deliver(Books books) {
        return new DeliverTransfersService(store.networkOutbox(), new TransferDelivery(books, store.networkOutbox()), clock, new Random(1))
                .deliver(new DeliverTransfers.Command(LEASE, 1_000));
    }

    private void turn(Party party, AccountStatus status) {
        turn(party, party.account(), status);
    }

    private void turn(Party party, Account account, AccountStatus status) {
        new ChangeAccountService(store.books(), new AuditLog(ids)).change(new ChangeAccount.Command(
                party.caller(), account.id(), Optional.empty(), Optional.empty(), Optional.of(status), Origin.CONSOLE, Once.eachTime()));
    }

    private Transaction credit() {
        return only(payee, payee.account());
    }

    private List<Transaction> credits() {
        return transfersOf(payee, payee.account());
    }

    private Transaction only(Party party, Account account) {
        var found = transfersOf(party, account);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Transaction> transfersOf(Party party, Account account) {
        var transfers = Set.of(TransactionType.TRANSFER, TransactionType.NXOSNET_TRANSFER);
        var filter = TransactionFilter.of(Optional.of(account.id()), transfers, Set.of(), Optional.empty(), Optional.empty());
        return store.transactions().page(party.organization().id(), filter, PageRequest.first()).items();
    }

    /** Those of this test. */
    private List<NetworkTransfer> waiting() {
        return store.networkOutbox().claim(clock.instant().plus(Duration.ofDays(1)), Duration.ZERO, 1_000).stream()
                .map(NetworkOutbox.Waiting::transfer)
                .filter(transfer -> transfer.organization().equals(payer.organization().id()))
                .toList();
    }

    private void assertThatBothHave(Money one, Money other) {
        assertThat(balance(payer.account(), usd("0")).available()).isEqualTo(one);
        assertThat(balance(payee.account(), usd("0")).available()).isEqualTo(other);
    }
}

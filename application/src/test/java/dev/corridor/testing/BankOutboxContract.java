package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aFiatPayoutTo;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.BankOutbox.Progress;
import dev.corridor.application.transaction.port.BankOutbox.Waiting;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.DispatchState;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.transaction.port.BankOutbox}. */
public abstract class BankOutboxContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private Beneficiary beneficiary;
    private Transaction payout;
    private BankOrder order;

    @BeforeEach
    void a_payout_is_on_its_way() {
        beneficiary = stored(aBankBeneficiaryOf(account));
        posted(aDepositTo(account, eur("100.00")));
        payout = aPayout();
        order = orderOf(payout);
    }

    @Test
    void its_first_turn_comes_at_once() {
        assertThat(claim(NOON)).containsExactly(new Waiting<>(order, 0));
    }

    @Test
    void a_claimed_payout_is_left_alone_for_the_lease() {
        claim(NOON);

        assertThat(claim(NOON.plusSeconds(9))).isEmpty();
        assertThat(claim(NOON.plusSeconds(10))).containsExactly(new Waiting<>(order, 0));
    }

    @Test
    void a_bank_gets_only_its_own() {
        assertThat(store.bankOutbox().claim("another", NOON, LEASE, 100)).isEmpty();
    }

    @Test
    void a_payout_that_has_ended_has_no_more_turns_and_gets_into_no_file() {
        posted(payout.decline(NOON.plusSeconds(1)));

        assertThat(claim(NOON.plusSeconds(60))).isEmpty();
        assertThat(store.bankOutbox().store(aFile(), List.of(order), NOON)).isFalse();
    }

    @Test
    void a_failed_turn_is_followed_by_a_pause() {
        claim(NOON);

        store.bankOutbox().postpone(order, Duration.ofSeconds(7), DispatchReason.UNWRITABLE);

        assertThat(claim(NOON.plusSeconds(16))).isEmpty();
        assertThat(claim(NOON.plusSeconds(17))).containsExactly(new Waiting<>(order, 1));
    }

    @Test
    void numbers_are_given_once() {
        assertThat(store.bankOutbox().nextNumber(bank())).isLessThan(store.bankOutbox().nextNumber(bank()));
    }

    @Test
    void a_payout_gets_into_one_file() {
        var file = aFile();
        claim(NOON);

        assertThat(store.bankOutbox().store(file, List.of(order), NOON)).isTrue();
        assertThat(store.bankOutbox().store(aFile(), List.of(order), NOON)).isFalse();

        assertThat(claim(NOON.plusSeconds(60))).isEmpty();
        assertThat(files(NOON.plusSeconds(60))).containsExactly(new Waiting<>(file, 0));
        assertThat(store.bankOutbox().inFile(bank(), file.number())).containsExactly(transferOf(payout));
    }

    @Test
    void of_several_payouts_a_file_takes_all_or_none() {
        var other = orderOf(aPayout());
        store.bankOutbox().store(aFile(), List.of(order), NOON);

        assertThat(store.bankOutbox().store(aFile(), List.of(other, order), NOON)).isFalse();

        assertThat(claim(NOON)).containsExactly(new Waiting<>(other, 0));
        assertThat(files(NOON)).hasSize(1);
    }

    @Test
    void a_file_is_handed_over_until_that_is_recorded() {
        var file = aFile();
        store.bankOutbox().store(file, List.of(order), NOON);

        assertThat(store.bankOutbox().progress(transferOf(payout))).isEqualTo(Progress.FILED);
        assertThat(files(NOON)).containsExactly(new Waiting<>(file, 0));
        assertThat(files(NOON.plusSeconds(9))).isEmpty();
        store.bankOutbox().postpone(file, Duration.ofSeconds(7), DispatchReason.UNAVAILABLE);
        assertThat(files(NOON.plusSeconds(16))).isEmpty();
        assertThat(files(NOON.plusSeconds(17))).containsExactly(new Waiting<>(file, 1));

        store.bankOutbox().handedOver(file, NOON.plusSeconds(18));
        assertThat(files(NOON.plusSeconds(60))).isEmpty();
        assertThat(store.bankOutbox().progress(transferOf(payout))).isEqualTo(Progress.HANDED_OVER);
        assertThat(store.bankOutbox().inFile(bank(), file.number())).containsExactly(transferOf(payout));
    }

    @Test
    void a_file_that_the_bank_speaks_of_is_handed_over() {
        store.bankOutbox().store(aFile(), List.of(order), NOON);

        store.bankOutbox().acknowledge(transferOf(payout), NOON);

        assertThat(files(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_file_of_the_bank_is_taken_once() {
        assertThat(store.bankInbox().isTaken(bank(), "digest")).isFalse();

        store.bankInbox().take(bank(), "digest", "a.xml", NOON);
        store.bankInbox().take(bank(), "digest", "b.xml", NOON);

        assertThat(store.bankInbox().isTaken(bank(), "digest")).isTrue();
        assertThat(store.bankInbox().isTaken(bank(), "another")).isFalse();
        assertThat(store.bankInbox().isTaken("another", "digest")).isFalse();
    }

    @Test
    void what_is_withdrawn_gets_into_no_file_and_what_is_in_one_is_not_withdrawn() {
        var other = aPayout();
        store.bankOutbox().store(aFile(), List.of(orderOf(other)), NOON);

        assertThat(store.bankOutbox().progress(transferOf(payout))).isEqualTo(Progress.WAITING);
        assertThat(store.bankOutbox().withdraw(transferOf(payout))).isTrue();
        assertThat(store.bankOutbox().withdraw(transferOf(payout))).isTrue();
        assertThat(claim(NOON)).isEmpty();
        assertThat(store.bankOutbox().store(aFile(), List.of(order), NOON)).isFalse();

        assertThat(store.bankOutbox().withdraw(transferOf(other))).isFalse();
    }

    @Test
    void how_far_a_payout_has_got_is_told_step_by_step() {
        assertThat(dispatch()).isEqualTo(new Dispatch(DispatchState.WAITING, 0, Optional.empty(), Optional.of(NOON)));

        claim(NOON);
        store.bankOutbox().postpone(order, Duration.ofSeconds(7), DispatchReason.UNWRITABLE);
        assertThat(dispatch()).isEqualTo(
                new Dispatch(DispatchState.WAITING, 1, Optional.of(DispatchReason.UNWRITABLE), Optional.of(NOON.plusSeconds(17))));

        var file = aFile();
        store.bankOutbox().store(file, List.of(order), NOON.plusSeconds(20));
        files(NOON.plusSeconds(20));
        store.bankOutbox().postpone(file, Duration.ofSeconds(7), DispatchReason.UNAVAILABLE);
        assertThat(dispatch()).isEqualTo(
                new Dispatch(DispatchState.PREPARED, 2, Optional.of(DispatchReason.UNAVAILABLE), Optional.of(NOON.plusSeconds(37))));

        store.bankOutbox().handedOver(file, NOON.plusSeconds(40));
        assertThat(dispatch()).isEqualTo(new Dispatch(DispatchState.SENT, 3, Optional.empty(), Optional.empty()));
        assertThat(store.bankOutbox().dispatch(stored(anOrganization()).id(), payout.id())).isEmpty();
    }

    @Test
    void a_payout_that_is_withdrawn_has_nothing_to_try() {
        store.bankOutbox().withdraw(transferOf(payout));

        assertThat(dispatch()).isEqualTo(new Dispatch(DispatchState.WITHDRAWN, 0, Optional.empty(), Optional.empty()));
    }

    private Dispatch dispatch() {
        return store.bankOutbox().dispatch(organization.id(), payout.id()).orElseThrow();
    }

    @Test
    void a_transfer_is_found_by_its_payout() {
        assertThat(store.bankOutbox().find(payout.id())).contains(transferOf(payout));
        assertThat(store.bankOutbox().find(new TransactionId(account.id().uuid()))).isEmpty();
    }

    private Transaction aPayout() {
        var movement = aFiatPayoutTo(beneficiary, eur("10.00"));
        return store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(transferOf(movement.transaction()));
            return open.post(movement);
        });
    }

    private BankTransfer transferOf(Transaction payout) {
        return new BankTransfer(payout.id(), payout.organization(), bank());
    }

    private BankOrder orderOf(Transaction payout) {
        return new BankOrder(
                payout.id(), payout.organization(), payout.amount(), "Augusta Ada King", (BankAccount) beneficiary.destination());
    }

    /** Of this test alone: one database serves all tests. */
    private String bank() {
        return "bank" + account.id().uuid();
    }

    private BankFile aFile() {
        return new BankFile(bank(), store.bankOutbox().nextNumber(bank()), "<Document/>");
    }

    private List<Waiting<BankOrder>> claim(Instant now) {
        return store.bankOutbox().claim(bank(), now, LEASE, 100);
    }

    private List<Waiting<BankFile>> files(Instant now) {
        return store.bankOutbox().claimFiles(bank(), now, LEASE, 100);
    }
}

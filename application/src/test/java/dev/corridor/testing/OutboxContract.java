package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aSigned;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.application.transaction.port.GasCosts.Total;
import dev.corridor.application.transaction.port.Outbox.Finding;
import dev.corridor.application.transaction.port.Outbox.Outgoing;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.DispatchState;
import dev.corridor.domain.transaction.GasCost;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.transaction.Transaction;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.transaction.port.Outbox}. */
public abstract class OutboxContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private Beneficiary beneficiary;
    private Transaction payout;
    private static final String WALLET = "0xhouse";

    private ChainTransfer transfer;

    @BeforeEach
    void a_payout_is_on_its_way() {
        beneficiary = stored(aCryptoBeneficiaryOf(account));
        posted(aDepositTo(account, usdc("1.000000")));
        var movement = aCryptoPayoutTo(beneficiary, usdc("1.000000"));
        payout = movement.transaction();
        transfer = aTransferOf(payout);
        store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(transfer);
            return open.post(movement);
        });
    }

    @Test
    void its_first_turn_comes_one_lease_after_it_was_recorded() {
        assertThat(claim(NOON.plusSeconds(9))).doesNotContain(transfer);
        assertThat(claim(NOON.plusSeconds(10))).contains(transfer);
    }

    @Test
    void a_claimed_transfer_is_left_alone_for_the_lease() {
        claim(NOON.plusSeconds(10));

        assertThat(claim(NOON.plusSeconds(19))).doesNotContain(transfer);
        assertThat(claim(NOON.plusSeconds(20))).contains(transfer);
    }

    @Test
    void a_payout_that_has_ended_has_no_more_turns() {
        posted(payout.complete(NOON.plusSeconds(1)));

        assertThat(claim(NOON.plusSeconds(60))).doesNotContain(transfer);
    }

    @Test
    void a_failed_turn_is_followed_by_a_pause() {
        claim(NOON.plusSeconds(10));

        store.outbox().postpone(transfer, Duration.ofSeconds(7), DispatchReason.UNAVAILABLE);

        assertThat(claim(NOON.plusSeconds(26))).doesNotContain(transfer);
        assertThat(outgoing(NOON.plusSeconds(27)).failures()).isEqualTo(1);
    }

    @Test
    void nonces_begin_with_the_first_and_have_no_gaps() {
        enrol(7);
        enrol(3);
        var second = anotherTransfer();

        assertThat(store.outbox().isEnrolled(transfer.chain(), wallet())).isTrue();
        assertThat(store.outbox().reserve(transfer, wallet())).hasValue(7);
        assertThat(store.outbox().reserve(second, wallet())).hasValue(8);
    }

    @Test
    void a_transfer_keeps_its_nonce() {
        enrol(0);
        store.outbox().reserve(transfer, wallet());

        assertThat(store.outbox().reserve(transfer, wallet())).hasValue(0);
        assertThat(outgoing(NOON.plusSeconds(10)).nonce()).hasValue(0);
        assertThat(store.outbox().reserve(anotherTransfer(), wallet())).hasValue(1);
    }

    @Test
    void what_is_withdrawn_gets_no_nonce_and_what_has_one_is_not_withdrawn() {
        enrol(0);
        var second = anotherTransfer();

        assertThat(store.outbox().withdraw(transfer, DispatchReason.WALLET_SHORT)).isTrue();
        assertThat(store.outbox().reserve(transfer, wallet())).isEmpty();
        assertThat(outgoing(NOON.plusSeconds(10)).isWithdrawn()).isTrue();

        assertThat(store.outbox().reserve(second, wallet())).hasValue(0);
        assertThat(store.outbox().withdraw(second, DispatchReason.WALLET_SHORT)).isFalse();
    }

    @Test
    void the_first_of_an_attempt_is_kept_and_named_in_the_payout() {
        enrol(5);
        store.outbox().reserve(transfer, wallet());
        var first = aSigned(transfer, wallet(), 5);
        var other = new SignedTransfer(transfer, wallet(), 5, 0, "0xother", "raw", NOON);

        assertThat(store.outbox().store(first)).contains(first);
        assertThat(store.outbox().store(other)).contains(first);

        assertThat(hash()).contains(first.txHash());
        assertThat(outgoing(NOON.plusSeconds(10)).signed()).containsExactly(first);
    }

    @Test
    void each_attempt_is_kept_and_the_payout_has_the_hash_of_the_last_one_or_of_the_one_that_is_named() {
        enrol(5);
        store.outbox().reserve(transfer, wallet());
        var first = aSigned(transfer, wallet(), 5);
        var second = new SignedTransfer(transfer, wallet(), 5, 1, "0xmore", "raw", NOON);

        store.outbox().store(first);
        store.outbox().store(second);

        assertThat(outgoing(NOON.plusSeconds(10)).signed()).containsExactly(first, second);
        assertThat(hash()).contains("0xmore");
        store.outbox().name(first);
        assertThat(hash()).contains(first.txHash());
    }

    @Test
    void nothing_is_stored_for_another_nonce_than_the_transfer_has_or_for_a_payout_that_has_ended() {
        enrol(5);
        store.outbox().reserve(transfer, wallet());

        assertThat(store.outbox().store(aSigned(transfer, wallet(), 6))).isEmpty();
        posted(payout.decline(NOON.plusSeconds(1)));
        assertThat(store.outbox().store(aSigned(transfer, wallet(), 5))).isEmpty();
        assertThat(hash()).isEmpty();
    }

    @Test
    void a_payout_that_has_ended_gets_no_nonce() {
        enrol(0);
        posted(payout.decline(NOON.plusSeconds(1)));

        assertThat(store.outbox().reserve(transfer, wallet())).isEmpty();
    }

    @Test
    void a_transfer_whose_nonce_is_released_gets_another_one() {
        enrol(5);
        store.outbox().reserve(transfer, wallet());
        var displaced = aSigned(transfer, wallet(), 5);
        store.outbox().store(displaced);

        assertThat(store.outbox().release(displaced)).isTrue();
        assertThat(store.outbox().release(displaced)).isFalse();

        assertThat(outgoing(NOON.plusSeconds(10))).isEqualTo(Outgoing.fresh(transfer));
        assertThat(store.outbox().reserve(transfer, wallet())).hasValue(6);
        assertThat(store.outbox().release(displaced)).isFalse();
        assertThat(store.outbox().reserve(transfer, wallet())).hasValue(6);
    }

    @Test
    void a_nonce_is_not_released_on_the_word_of_one_who_does_not_know_the_last_attempt() {
        enrol(5);
        store.outbox().reserve(transfer, wallet());
        var first = aSigned(transfer, wallet(), 5);
        store.outbox().store(first);
        store.outbox().store(new SignedTransfer(transfer, wallet(), 5, 1, "0xmore", "raw", NOON));

        assertThat(store.outbox().release(first)).isFalse();

        assertThat(store.outbox().reserve(transfer, wallet())).hasValue(5);
    }

    @Test
    void its_organization_and_no_other_finds_it_without_claiming_it() {
        enrol(3);
        store.outbox().reserve(transfer, wallet());
        var signed = store.outbox().store(aSigned(transfer, wallet(), 3)).orElseThrow();
        posted(payout.complete(NOON.plusSeconds(1)));

        assertThat(store.outbox().find(organization.id(), payout.id())).contains(
                new Outgoing(transfer, false, OptionalLong.of(3), List.of(signed), false, 0));
        assertThat(store.outbox().find(stored(anOrganization()).id(), payout.id())).isEmpty();
        assertThat(store.outbox().dispatch(stored(anOrganization()).id(), payout.id(), LEASE)).isEmpty();
    }

    @Test
    void how_far_a_payout_has_got_is_told_step_by_step() {
        enrol(3);
        assertThat(dispatch()).isEqualTo(new Dispatch(DispatchState.WAITING, 0, Optional.empty(), Optional.of(NOON.plusSeconds(10))));

        claim(NOON.plusSeconds(10));
        store.outbox().postpone(transfer, Duration.ofSeconds(7), DispatchReason.UNAVAILABLE);
        assertThat(dispatch()).isEqualTo(new Dispatch(
                DispatchState.WAITING, 1, Optional.of(DispatchReason.UNAVAILABLE), Optional.of(NOON.plusSeconds(27))));

        store.outbox().reserve(transfer, wallet());
        var signed = store.outbox().store(aSigned(transfer, wallet(), 3)).orElseThrow();
        store.outbox().sent(signed, Finding.of(Sending.UNKNOWN));
        assertThat(dispatch()).isEqualTo(new Dispatch(
                DispatchState.PREPARED, 2, Optional.of(DispatchReason.NO_ANSWER), Optional.of(NOON.plusSeconds(27))));
        assertThat(outgoing(NOON.plusSeconds(27)).isAccepted()).isFalse();

        store.outbox().found(signed, Finding.ACCEPTED);
        assertThat(dispatch()).isEqualTo(new Dispatch(DispatchState.SENT, 2, Optional.empty(), Optional.of(NOON.plusSeconds(37))));
        assertThat(outgoing(NOON.plusSeconds(37)).isAccepted()).isTrue();

        posted(payout.complete(NOON.plusSeconds(38)));
        assertThat(dispatch()).isEqualTo(new Dispatch(DispatchState.SENT, 2, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_payout_that_is_withdrawn_or_displaced_has_the_reason() {
        enrol(3);
        var second = anotherTransfer();
        store.outbox().withdraw(second, DispatchReason.WALLET_SHORT);
        assertThat(store.outbox().dispatch(organization.id(), second.transaction(), LEASE)).hasValueSatisfying(dispatch -> {
            assertThat(dispatch.state()).isEqualTo(DispatchState.WITHDRAWN);
            assertThat(dispatch.attempts()).isEqualTo(1);
            assertThat(dispatch.lastReason()).contains(DispatchReason.WALLET_SHORT);
        });

        store.outbox().reserve(transfer, wallet());
        var displaced = store.outbox().store(aSigned(transfer, wallet(), 3)).orElseThrow();
        store.outbox().sent(displaced, Finding.ACCEPTED);
        store.outbox().release(displaced);
        store.outbox().found(displaced, Finding.ACCEPTED);
        assertThat(dispatch().state()).isEqualTo(DispatchState.WAITING);
        assertThat(dispatch().lastReason()).contains(DispatchReason.DISPLACED);
    }

    @Test
    void what_a_transaction_has_cost_is_booked_with_the_end_of_its_payout() {
        enrol(3);
        store.outbox().reserve(transfer, wallet());
        var signed = store.outbox().store(aSigned(transfer, wallet(), 3)).orElseThrow();
        var units = new BigInteger("123456789012345678901234567890");

        store.books().decide(Subjects.transaction(organization.id(), payout.id()), open -> {
            open.record(GasCost.of(signed, units, false, NOON));
            return open.post(payout.decline(NOON));
        });

        assertThat(store.gasCosts().totals()).contains(
                new Total(transfer.chain(), wallet(), LocalDate.of(2025, 3, 15), 1, 1, units));
    }

    private Dispatch dispatch() {
        return store.outbox().dispatch(organization.id(), payout.id(), LEASE).orElseThrow();
    }

    private ChainTransfer anotherTransfer() {
        posted(aDepositTo(account, usdc("1.000000")));
        var movement = aCryptoPayoutTo(beneficiary, usdc("1.000000"));
        var another = aTransferOf(movement.transaction());
        store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(another);
            return open.post(movement);
        });
        return another;
    }

    /** Of this test alone: the wallets of one database serve all its tests. */
    private String wallet() {
        return WALLET + account.id().uuid();
    }

    private void enrol(long firstNonce) {
        store.outbox().enrol(transfer.chain(), wallet(), firstNonce);
    }

    private Optional<String> hash() {
        var found = store.transactions().find(organization.id(), payout.id()).orElseThrow();
        return ((Details.CryptoPayout) found.details()).txHash();
    }

    private Outgoing outgoing(Instant now) {
        return store.outbox().claim(now, LEASE, 1000).stream().filter(claimed -> claimed.transfer().equals(transfer)).findFirst().orElseThrow();
    }

    private List<ChainTransfer> claim(Instant now) {
        return store.outbox().claim(now, LEASE, 1000).stream().map(Outgoing::transfer).toList();
    }
}

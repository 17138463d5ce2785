package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.transaction.port.UnresolvedTransfers}. */
public abstract class UnresolvedTransfersContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private Transaction payout;
    private SignedTransfer transfer;

    @BeforeEach
    void a_payout_is_on_its_way() {
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
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

    private List<SignedTransfer> claim(Instant now) {
        return store.unresolvedTransfers().claim(now, LEASE, 1000);
    }
}

package dev.corridor.persistence.transaction;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Concurrent claims. */
class PostgresUnresolvedTransfersTest extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int TRANSFERS = 40;

    private final List<SignedTransfer> recorded = new ArrayList<>();
    private TestDatabase database;
    private PostgresStore postgres;

    @Override
    protected Store store() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
        return postgres;
    }

    @BeforeEach
    void payouts_are_on_their_way() {
        posted(aDepositTo(account, usdc("1000.000000")));
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
        for (int i = 0; i < TRANSFERS; i++) {
            recorded.add(signed(beneficiary));
        }
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void no_transfer_is_given_to_two() throws Exception {
        var claimed = new ArrayList<SignedTransfer>();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var claims = new ArrayList<Future<List<SignedTransfer>>>();
            for (int i = 0; i < TRANSFERS; i++) {
                claims.add(threads.submit(() -> claim(NOON.plusSeconds(10), 3)));
            }
            for (var claim : claims) {
                claimed.addAll(claim.get());
            }
        }

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(recorded);
    }

    @Test
    void the_longest_waiting_come_first() {
        var first = claim(NOON.plusSeconds(10), 10);
        var others = claim(NOON.plusSeconds(11), TRANSFERS);

        var again = claim(NOON.plusSeconds(60), TRANSFERS);

        assertThat(again.subList(0, 10)).containsExactlyInAnyOrderElementsOf(first);
        assertThat(again.subList(10, TRANSFERS)).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void what_somebody_else_is_claiming_is_left_out_without_waiting() {
        var contested = recorded.getFirst();
        Jdbi.create(database.superuser()).useTransaction(other -> {
            other.execute("select from chain_transfers where transaction_id = ? for update", contested.transaction().uuid());

            assertThat(claim(NOON.plusSeconds(10), TRANSFERS)).hasSize(TRANSFERS - 1).doesNotContain(contested);
        });
    }

    private SignedTransfer signed(Beneficiary beneficiary) {
        var payout = aCryptoPayoutTo(beneficiary, usdc("1.000000"));
        var transfer = aTransferOf(payout.transaction());
        return store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.post(payout);
            open.record(transfer);
            return transfer;
        });
    }

    private List<SignedTransfer> claim(Instant now, int limit) {
        return store.unresolvedTransfers().claim(now, LEASE, limit);
    }
}

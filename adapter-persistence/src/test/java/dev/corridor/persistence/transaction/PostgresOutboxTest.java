package dev.corridor.persistence.transaction;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Outbox.Outgoing;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Concurrent claims. */
class PostgresOutboxTest extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int TRANSFERS = 40;
    private static final String WALLET = "0xhouse";

    private final List<ChainTransfer> recorded = new ArrayList<>();
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
            recorded.add(recorded(beneficiary));
        }
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void no_transfer_is_given_to_two() throws Exception {
        var claimed = new ArrayList<ChainTransfer>();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var claims = new ArrayList<Future<List<ChainTransfer>>>();
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

    @Test
    void no_nonce_is_given_to_two_and_none_is_left_out() throws Exception {
        store.outbox().enrol(recorded.getFirst().chain(), WALLET, 0);

        var nonces = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var reservations = new ArrayList<Future<OptionalLong>>();
            for (int i = 0; i < 2 * TRANSFERS; i++) {
                var transfer = recorded.get(i % TRANSFERS);
                reservations.add(threads.submit(() -> store.outbox().reserve(transfer, WALLET)));
            }
            for (var reservation : reservations) {
                nonces.add(reservation.get().getAsLong());
            }
        }

        assertThat(nonces.stream().distinct().sorted()).containsExactlyElementsOf(LongStream.range(0, TRANSFERS).boxed().toList());
        assertThat(nonces.subList(0, TRANSFERS)).isEqualTo(nonces.subList(TRANSFERS, 2 * TRANSFERS));
    }

    private ChainTransfer recorded(Beneficiary beneficiary) {
        var payout = aCryptoPayoutTo(beneficiary, usdc("1.000000"));
        var transfer = aTransferOf(payout.transaction());
        return store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.post(payout);
            open.record(transfer);
            return transfer;
        });
    }

    private List<ChainTransfer> claim(Instant now, int limit) {
        return store.outbox().claim(now, LEASE, limit).stream().map(Outgoing::transfer).toList();
    }
}

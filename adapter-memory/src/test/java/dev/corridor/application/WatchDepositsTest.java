package dev.corridor.application;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.funding.DepositAddresses;
import dev.corridor.application.funding.MeasureDepositLag.Lag;
import dev.corridor.application.funding.MeasureDepositLagService;
import dev.corridor.application.funding.ProvisionFundingMethods;
import dev.corridor.application.funding.ProvisionFundingMethodsService;
import dev.corridor.application.funding.RecordReceiptService;
import dev.corridor.application.funding.WatchDeposits;
import dev.corridor.application.funding.WatchDepositsService;
import dev.corridor.application.funding.port.DepositChain;
import dev.corridor.application.funding.port.DepositKey;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.Details.CryptoPayin;
import dev.corridor.domain.transaction.Details.OnChain;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deposits, from the blocks of a chain to the account. */
class WatchDepositsTest {

    private static final Instant BLOCK_TIME = Instant.parse("2025-03-15T11:00:00Z");
    private static final String WALLET = "0xwallet";

    private final World world = new World();
    private final Ledger chain = new Ledger();
    private final WatchDeposits watch = new WatchDepositsService(
            List.of(new Broken(), chain),
            world.store.depositCursors(),
            world.store.fundingMethods(),
            new RecordReceiptService(world.store.books(), world.store.receipts(), () -> NOON, RailWatch.NONE),
            () -> NOON);

    private String address;

    /** What a chain has, block by block. */
    private static class Ledger implements DepositChain {

        final List<Incoming> transfers = new ArrayList<>();
        long last = 9;
        int mostAtOnce = Integer.MAX_VALUE;

        @Override
        public ChainName chain() {
            return ChainName.ETHEREUM_SEPOLIA;
        }

        @Override
        public DepositKey key() {
            return new DepositKey() {
                @Override
                public String fingerprint() {
                    return "key";
                }

                @Override
                public String address(long index) {
                    return "0x" + index;
                }
            };
        }

        @Override
        public List<Asset> assets() {
            return List.of(Asset.USDC);
        }

        @Override
        public String wallet() {
            return WALLET;
        }

        @Override
        public long lastFinal() {
            return last;
        }

        @Override
        public List<Incoming> transfers(List<String> addresses, long from, long to) {
            var found = transfers.stream()
                    .filter(transfer -> addresses.contains(transfer.payee()) && transfer.block() >= from && transfer.block() <= to)
                    .toList();
            if (found.size() > mostAtOnce) {
                throw new Unavailable("too many events");
            }
            return found;
        }

        /** One a minute. */
        @Override
        public Instant madeAt(long block) {
            return NOON.minus(Duration.ofMinutes(last - block + 1));
        }

        void pay(String payee, Value value, long block) {
            transfers.add(new Incoming("0xtx" + transfers.size(), 3, value, "0xpayer", payee, block, BLOCK_TIME));
        }
    }

    private static final class Broken extends Ledger {

        @Override
        public ChainName chain() {
            return ChainName.BASE_SEPOLIA;
        }

        @Override
        public long lastFinal() {
            throw new Unavailable("the node is down");
        }
    }

    @BeforeEach
    void the_account_has_an_address() {
        new ProvisionFundingMethodsService(List.of(new DepositAddresses(chain)), world.store.fundingMethods(), world.ids, () -> NOON)
                .provision(new ProvisionFundingMethods.Command(10));
        var method = world.store.fundingMethods().active(world.organization.id(), List.of(world.account.id())).getFirst();
        address = ((CryptoAddress) method.details()).address();
        read(1000);
    }

    @Test
    void a_deposit_is_credited_when_it_is_final_and_once() {
        chain.pay(address, new Value.Known(usdc("5.000000")), 11);
        chain.last = 10;
        read(1000);
        assertThat(payins()).isEmpty();

        chain.last = 12;
        read(1000);
        read(1000);

        assertThat(payins()).singleElement().satisfies(payin -> {
            assertThat(payin.amount()).isEqualTo(usdc("5.000000"));
            assertThat(payin.details()).isEqualTo(new CryptoPayin(
                    new OnChain(ChainName.ETHEREUM_SEPOLIA, "0xtx0", "0xpayer", address, 11, BLOCK_TIME)));
        });
    }

    @Test
    void how_far_the_reading_is_behind_is_measured_in_blocks_and_in_time() {
        var measure = new MeasureDepositLagService(List.of(chain, new Broken()), world.store.depositCursors(), () -> NOON);
        assertThat(measure.measure()).containsExactly(new Lag(ChainName.ETHEREUM_SEPOLIA, 0, Duration.ZERO));

        chain.last = 12;
        assertThat(measure.measure()).containsExactly(new Lag(ChainName.ETHEREUM_SEPOLIA, 3, Duration.ofMinutes(3)));

        read(1000);
        assertThat(measure.measure()).containsExactly(new Lag(ChainName.ETHEREUM_SEPOLIA, 0, Duration.ZERO));
    }

    @Test
    void after_a_gap_of_many_ranges_everything_is_read() {
        for (int i = 0; i < 24; i++) {
            chain.pay(address, new Value.Known(usdc("1.000000")), 10 + 7 * i);
        }
        chain.last = 400;

        assertThat(watch.watch(new WatchDeposits.Command(Duration.ofSeconds(30), 50))).isEqualTo(1);
        read(50);

        assertThat(payins()).hasSize(24);
    }

    /** As when a spammer fills the blocks with events of worthless tokens. */
    @Test
    void a_range_with_more_than_a_node_tells_at_once_is_read_in_smaller_ones() {
        for (int i = 0; i < 12; i++) {
            chain.pay(address, new Value.Known(usdc("1.000000")), 10 + i);
        }
        chain.last = 100;
        chain.mostAtOnce = 3;

        for (int turn = 0; turn < 60; turn++) {
            read(64);
        }

        assertThat(payins()).hasSize(12);
    }

    @Test
    void what_is_less_than_the_smallest_payout_is_suspended() {
        chain.pay(address, new Value.Known(usdc("0.999999")), 10);

        assertThat(suspended()).isEqualTo(SuspenseReason.TOO_SMALL);
    }

    @Test
    void an_unknown_token_is_suspended() {
        chain.pay(address, new Value.Foreign("0xspam", BigInteger.TEN.pow(40)), 10);

        assertThat(suspended()).isEqualTo(SuspenseReason.UNKNOWN_ASSET);
    }

    @Test
    void what_arrives_at_the_wallet_that_pays_is_suspended() {
        chain.pay(WALLET, new Value.Known(usdc("7.000000")), 10);

        assertThat(suspended()).isEqualTo(SuspenseReason.UNKNOWN_ADDRESS);
    }

    @Test
    void what_was_on_the_chain_before_it_was_watched_is_not_credited() {
        chain.pay(address, new Value.Known(usdc("5.000000")), 9);
        chain.last = 20;

        read(1000);

        assertThat(payins()).isEmpty();
    }

    private void read(int blocks) {
        while (watch.watch(new WatchDeposits.Command(Duration.ofSeconds(30), blocks)) > 0) {
            // The next range.
        }
    }

    private SuspenseReason suspended() {
        chain.last = 20;
        read(1000);
        assertThat(payins()).isEmpty();
        return world.store.receipts().suspended(10).stream().map(Suspended::reason).findFirst().orElseThrow();
    }

    private List<Transaction> payins() {
        return world.store.transactions().page(world.organization.id(), TransactionFilter.ALL, PageRequest.first()).items();
    }
}

package dev.corridor.application;

import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.application.books.Books;
import dev.corridor.application.transaction.EndPayout;
import dev.corridor.application.transaction.EndPayoutService;
import dev.corridor.application.transaction.NewWalletLimit;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutCryptoService;
import dev.corridor.application.transaction.PayoutDesk;
import dev.corridor.application.transaction.PayoutDispatcher;
import dev.corridor.application.transaction.PayoutRails;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.ResolvePayouts;
import dev.corridor.application.transaction.ResolvePayoutsService;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.application.transaction.port.Chain.Obstacle;
import dev.corridor.application.transaction.port.GasCosts.Total;
import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.Screening;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed.PayoutOutcome;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a payout to a chain that takes one transaction per nonce, and what is left of it after a crash. */
class PayoutDispatcherTest {

    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int MORE_STEPS_THAN_A_PAYOUT_HAS = 40;
    private static final Optional<Obstacle> EMPTY_WALLET = Optional.of(new Obstacle(DispatchReason.WALLET_SHORT, "the wallet is empty"));

    private final World world = new World();
    private final NumberedChain chain = new NumberedChain();
    private final Beneficiary wallet = world.keep(aCryptoBeneficiaryOf(world.account));

    @BeforeEach
    void the_account_has_money() {
        world.deposit(usdc("100.000000"));
    }

    @Test
    void payouts_have_the_nonces_of_their_wallet_one_after_the_other() {
        chain.first = 7;

        payOut();
        payOut();

        assertThat(chain.taken.keySet()).containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void the_answer_has_the_hash_that_the_chain_knows() {
        var payout = payOut();

        assertThat(hashOf(payout)).contains(chain.taken.get(0L).txHash());
        assertThat(hashOf(found(payout.id()))).isEqualTo(hashOf(payout));
    }

    @Test
    void a_payout_with_an_obstacle_is_declined_and_uses_no_nonce() {
        chain.obstacle = EMPTY_WALLET;

        var failure = failureOf(this::payOut);

        assertThat(failure.outcome()).isEqualTo(PayoutOutcome.DECLINED);
        assertThat(found(failure.transaction()).status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("100.000000"));
        chain.obstacle = Optional.empty();
        payOut();
        assertThat(chain.taken.keySet()).containsExactly(0L);
    }

    @Test
    void a_chain_that_cannot_be_asked_is_an_obstacle_before_the_nonce_and_a_reason_to_wait_after_it() {
        chain.isDown = true;
        assertThat(failureOf(this::payOut).outcome()).isEqualTo(PayoutOutcome.DECLINED);

        chain.isDown = false;
        chain.cannotSign = true;
        var failure = failureOf(this::payOut);
        assertThat(failure.outcome()).isEqualTo(PayoutOutcome.UNKNOWN);
        assertThat(found(failure.transaction()).status()).isEqualTo(TransactionStatus.LOCKED);

        chain.cannotSign = false;
        resolveUntilNothingIsLocked();
        assertThat(found(failure.transaction()).status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(chain.taken.keySet()).containsExactly(0L);
    }

    @Test
    void an_obstacle_after_the_nonce_does_not_decline() {
        chain.cannotSign = true;
        var failure = failureOf(this::payOut);

        chain.obstacle = EMPTY_WALLET;
        chain.cannotSign = false;
        resolveUntilNothingIsLocked();

        assertThat(found(failure.transaction()).status()).isEqualTo(TransactionStatus.COMPLETED);
    }

    @Test
    void the_same_bytes_are_sent_again_if_the_chain_has_lost_them() {
        var payout = payOut();
        var signed = chain.taken.remove(0L);

        resolve();
        resolve();

        assertThat(chain.taken).containsEntry(0L, signed);
        assertThat(found(payout.id()).status()).isEqualTo(TransactionStatus.COMPLETED);
    }

    @Test
    void a_stuck_payout_is_offered_more_for_and_either_may_be_mined() {
        chain.isSlow = true;
        var payout = payOut();
        resolve();
        assertThat(hashOf(found(payout.id()))).contains(chain.signed.get(1).txHash());

        chain.isSlow = false;
        chain.taken.put(0L, chain.signed.getFirst());
        resolve();

        assertThat(found(payout.id()).status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(hashOf(found(payout.id()))).contains(chain.signed.getFirst().txHash());
    }

    @Test
    void a_payout_whose_nonce_another_transaction_has_gets_another_one() {
        var payout = payOut();
        chain.taken.put(0L, ofAnotherSender());

        resolveUntilNothingIsLocked();

        assertThat(found(payout.id()).status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(chain.paid()).containsExactly(payout.id());
        assertThat(chain.taken.keySet()).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void one_poisonous_payout_does_not_stop_the_others_and_comes_back_later_each_time() {
        var poisonous = payOut();
        var other = payOut();
        chain.taken.clear();
        chain.poisonous = Optional.of(poisonous.id());

        resolve();
        resolve();

        assertThat(found(other.id()).status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(found(poisonous.id()).status()).isEqualTo(TransactionStatus.LOCKED);
        int turns = chain.turnsOfThePoisonous;
        for (int i = 0; i < 20; i++) {
            resolve();
        }
        assertThat(chain.turnsOfThePoisonous).isGreaterThan(turns).isLessThan(turns + 10);
        chain.poisonous = Optional.empty();
        resolveUntilNothingIsLocked();
        assertThat(chain.paid()).containsExactlyInAnyOrder(poisonous.id(), other.id());
    }

    @Test
    void the_gas_of_a_transaction_in_a_block_is_the_houses_cost_once_whether_it_has_moved_anything_or_not() {
        payOut();
        resolve();
        chain.isFailing = true;
        var failed = payOut();
        resolve();
        resolve();

        assertThat(found(failed.id()).status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("96.000000"));
        assertThat(world.store.gasCosts().totals()).singleElement().satisfies(total -> {
            assertThat(total.transactions()).isEqualTo(2);
            assertThat(total.failed()).isEqualTo(1);
            assertThat(total.units()).isEqualTo(NumberedChain.COST.add(NumberedChain.COST));
        });
    }

    @Test
    void a_payout_that_has_ended_before_books_no_gas() {
        var payout = payOut();
        new EndPayoutService(world.store.books()).end(new EndPayout.Command(world.caller, payout.id(), EndPayout.Ending.SETTLED));

        resolve();

        assertThat(world.store.gasCosts().totals()).isEmpty();
    }

    /** The service dies before or after any of its steps: the payout is on the chain once, or not at all and the money is back. */
    @Test
    void a_crash_at_any_step_pays_neither_twice_nor_never() {
        for (boolean hasObstacle : List.of(false, true)) {
            for (boolean isAfter : List.of(false, true)) {
                for (int step = 1; step < MORE_STEPS_THAN_A_PAYOUT_HAS; step++) {
                    var test = new PayoutDispatcherTest();
                    test.the_account_has_money();
                    test.chain.obstacle = hasObstacle ? EMPTY_WALLET : Optional.empty();
                    test.assertThatACrashDoesNoHarm(new Crash(step, isAfter));
                }
            }
        }
    }

    private void assertThatACrashDoesNoHarm(Crash crash) {
        try {
            var books = crash.before(Books.class, world.store.books());
            var outbox = crash.before(Outbox.class, world.store.outbox());
            payOut(books, outbox, crash.before(Chain.class, chain));
        } catch (BusinessException | Crash.Death e) {
            // The client repeats nothing.
        }

        resolveUntilNothingIsLocked();

        var paid = payouts().stream().filter(payout -> payout.status() == TransactionStatus.COMPLETED).map(Transaction::id).toList();
        assertThat(chain.paid()).as("paid after " + crash).containsExactlyInAnyOrderElementsOf(paid);
        assertThat(payouts()).allMatch(payout -> payout.status() != TransactionStatus.LOCKED);
        var left = usdc("100.000000").minus(usdc(paid.isEmpty() ? "0.000000" : "4.000000"));
        assertThat(world.balance(Asset.USDC).available()).as("left after " + crash).isEqualTo(left);
        assertThat(chain.taken.keySet()).as("nonces after " + crash).hasSize(paid.size());
        assertThat(world.store.gasCosts().totals().stream().mapToInt(Total::transactions).sum()).as("booked after " + crash).isEqualTo(paid.size());
    }

    private Transaction payOut() {
        return payOut(world.store.books(), world.store.outbox(), chain);
    }

    private Transaction payOut(Books books, Outbox outbox, Chain reached) {
        var dispatcher = new PayoutDispatcher(books, outbox, reached, world.clock, RailWatch.NONE);
        var rails = new PayoutRails(world.store.organizations(), reached, List.of());
        var desk = new PayoutDesk(rails, Screening.NONE, World.APPROVED_WITHIN);
        return new PayOutCryptoService(books, rails, desk, NewWalletLimit.NONE, dispatcher, Runnable::run, Duration.ofSeconds(5))
                .payOut(new PayOutCrypto.Command(
                        world.caller, world.account.id(), wallet.id(), usdc("4.000000"), ChainName.ETHEREUM_SEPOLIA, Memo.EMPTY));
    }

    private void resolveUntilNothingIsLocked() {
        for (int turn = 0; turn < 20 && payouts().stream().anyMatch(payout -> payout.status() == TransactionStatus.LOCKED); turn++) {
            world.clock.advance(Duration.ofMinutes(5));
            resolve();
        }
    }

    private void resolve() {
        world.clock.advance(LEASE);
        var dispatcher = new PayoutDispatcher(world.store.books(), world.store.outbox(), chain, world.clock, RailWatch.NONE);
        new ResolvePayoutsService(world.store.outbox(), dispatcher, world.clock, new Random(1)).resolve(new ResolvePayouts.Command(LEASE, 10));
    }

    private List<Transaction> payouts() {
        var all = world.store.transactions().page(world.organization.id(), TransactionFilter.ALL, PageRequest.first()).items();
        return all.stream().filter(transaction -> transaction.details() instanceof Details.CryptoPayout).toList();
    }

    private Transaction found(TransactionId id) {
        return world.store.transactions().find(world.organization.id(), id).orElseThrow();
    }

    private static Optional<String> hashOf(Transaction payout) {
        return ((Details.CryptoPayout) payout.details()).txHash();
    }

    private static ChainSendFailed failureOf(Runnable payout) {
        return (ChainSendFailed) catchThrowableOfType(BusinessException.class, payout::run).error();
    }

    private SignedTransfer ofAnotherSender() {
        var transfer = new ChainTransfer(
                new TransactionId(world.ids.next()), world.organization.id(), ChainName.ETHEREUM_SEPOLIA, "0xelse", usdc("1.000000"));
        return new SignedTransfer(transfer, NumberedChain.WALLET, 0, 0, "0xelse", "raw", world.clock.instant());
    }

    /** Takes one transaction per nonce, and makes it final at once. */
    private static final class NumberedChain implements Chain {

        private static final String WALLET = "0xhouse";
        private static final BigInteger COST = new BigInteger("65000000000000000000");

        private final Map<Long, SignedTransfer> taken = new HashMap<>();
        private final List<SignedTransfer> signed = new ArrayList<>();
        private long first;
        private Optional<Obstacle> obstacle = Optional.empty();
        private boolean isDown;
        private boolean cannotSign;
        private boolean isSlow;
        private boolean isFailing;
        private Optional<TransactionId> poisonous = Optional.empty();
        private int turnsOfThePoisonous;

        /** Those of ours. */
        private List<TransactionId> paid() {
            return taken.values().stream().filter(signed::contains).map(each -> each.transfer().transaction()).toList();
        }

        @Override
        public void requireConnected(ChainName chain) {}

        @Override
        public Optional<Obstacle> obstacle(ChainTransfer transfer) {
            requireUp(isDown);
            return obstacle;
        }

        @Override
        public String wallet(ChainName chain) {
            return WALLET;
        }

        @Override
        public long firstNonce(ChainName chain) {
            return first;
        }

        @Override
        public SignedTransfer sign(ChainTransfer transfer, long nonce, Instant now) {
            requireUp(cannotSign);
            return remember(new SignedTransfer(transfer, WALLET, nonce, 0, "0x" + signed.size(), "raw", now));
        }

        @Override
        public Optional<SignedTransfer> replace(SignedTransfer stuck, Instant now) {
            return Optional.of(remember(new SignedTransfer(
                    stuck.transfer(), WALLET, stuck.nonce(), stuck.attempt() + 1, "0x" + signed.size(), "raw", now)));
        }

        private SignedTransfer remember(SignedTransfer made) {
            signed.add(made);
            return made;
        }

        @Override
        public Sending send(SignedTransfer transfer) {
            if (!isSlow) {
                taken.putIfAbsent(transfer.nonce(), transfer);
            }
            return isSlow || taken.get(transfer.nonce()).equals(transfer) ? Sending.ACCEPTED : Sending.UNKNOWN;
        }

        @Override
        public Fate fate(SignedTransfer transfer, Instant now) {
            if (poisonous.equals(Optional.of(transfer.transfer().transaction()))) {
                turnsOfThePoisonous++;
                throw new IllegalStateException("poison");
            }
            var mined = taken.get(transfer.nonce());
            if (mined == null) {
                return isSlow ? Fate.STUCK : Fate.ABSENT;
            }
            if (!mined.equals(transfer)) {
                return Fate.DISPLACED;
            }
            return isFailing ? Fate.FAILED : Fate.CONFIRMED;
        }

        @Override
        public Optional<BigInteger> cost(SignedTransfer mined) {
            return Optional.of(COST);
        }

        private static void requireUp(boolean isDown) {
            if (isDown) {
                throw new Unavailable("down");
            }
        }
    }

    /** The service dies at one of its calls to the outside: just before it has an effect, or just after. */
    private static final class Crash {

        private final int step;
        private final boolean isAfter;
        private int steps;

        private Crash(int step, boolean isAfter) {
            this.step = step;
            this.isAfter = isAfter;
        }

        static final class Death extends Error {

            private static final long serialVersionUID = 1L;
        }

        private <T> T before(Class<T> port, T adapter) {
            return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (proxy, method, arguments) -> {
                steps++;
                if (steps >= step && !isAfter) {
                    throw new Death();
                }
                try {
                    var answer = method.invoke(adapter, arguments);
                    if (steps >= step) {
                        throw new Death();
                    }
                    return answer;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));
        }

        @Override
        public String toString() {
            return "a crash " + (isAfter ? "after" : "before") + " step " + step;
        }
    }
}

package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.application.Refusals.refusal;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.application.transaction.ReverseTransactionService;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.Details.Adjustment;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.TransactionAlreadyReversed;
import dev.corridor.domain.transaction.TransactionError.TransactionNotReversible;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReverseTransactionTest {

    private final World world = new World();
    private final ReverseTransaction reverseTransaction =
            new ReverseTransactionService(world.store.books());

    @Test
    void a_reversed_trade_leaves_the_account_as_if_it_had_not_been() {
        world.deposit(usd("100.00"));
        var trade = aTrade();
        world.clock.advance(Duration.ofDays(1));

        var reversal = reverse(trade);

        assertThat(world.balance(Asset.USD).available()).isEqualTo(usd("100.00"));
        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("0"));
        assertThat(reversal.type()).isEqualTo(TransactionType.ADJUSTMENT);
        assertThat(reversal.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(reversal.details()).isEqualTo(new Adjustment(trade.id()));
        assertThat(reversal.memo().description()).isEqualTo("Wrong account");
        assertThat(reversal.createdAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void the_trade_stays_completed_and_knows_what_reversed_it() {
        world.deposit(usd("100.00"));
        var trade = aTrade();

        var reversal = reverse(trade);

        var read = world.store.transactions().find(world.organization.id(), trade.id()).orElseThrow();
        assertThat(read.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(read.reversedBy()).contains(reversal.id());
    }

    @Test
    void a_reversed_payout_is_available_again() {
        world.deposit(usdc("10.000000"));
        var locked = world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("4.000000")));
        var arrived = world.post(locked.complete(NOON));

        reverse(arrived);

        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("10.000000"));
    }

    /** Every row puts one more thing right; the next error in the declared order comes to light. */
    @Test
    void errors_come_in_the_declared_order() {
        world.deposit(usdc("99.970000"));
        var locked = world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("4.000000")));
        world.suspendTheAccount();

        assertRefused(
                () -> reverseTransaction.reverse(new ReverseTransaction.Command(world.stranger(), locked.id(), "Wrong account")),
                new NotFound("Transaction"));
        assertRefused(() -> reverse(locked), new Forbidden("The account is SUSPENDED and takes no new transactions."));
        world.store.accounts().add(world.account);
        assertRefused(
                () -> reverse(locked),
                new TransactionNotReversible(locked.id(), TransactionType.CRYPTO_PAYOUT, TransactionStatus.LOCKED));
        var arrived = world.post(locked.complete(NOON));
        var reversal = reverse(arrived);
        assertRefused(() -> reverse(arrived), new TransactionAlreadyReversed(arrived.id(), reversal.id()));
        world.deposit(usd("100.00"));
        var trade = aTrade();
        world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("150.000000")));
        assertRefused(() -> reverse(trade), new InsufficientFunds(world.account.id(), usdc("99.970000"), usdc("49.940000")));
        world.deposit(usdc("50.030000"));
        reverse(trade);

        assertThat(declaredBy(ReverseTransaction.class))
                .containsExactly(
                        NotFound.class,
                        Forbidden.class,
                        TransactionNotReversible.class,
                        TransactionAlreadyReversed.class,
                        InsufficientFunds.class);
    }

    @Test
    void a_reversal_without_the_money_changes_nothing() {
        world.deposit(usd("100.00"));
        var trade = aTrade();
        world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("1.000000")));
        var before = world.store.books().entries();

        refusal(() -> reverse(trade));

        assertThat(world.store.transactions().find(world.organization.id(), trade.id())).contains(trade);
        assertThat(world.store.books().entries()).isEqualTo(before);
    }

    @Test
    void a_reversal_cannot_be_reversed() {
        world.deposit(usd("100.00"));
        var reversal = reverse(aTrade());

        assertRefused(
                () -> reverse(reversal),
                new TransactionNotReversible(reversal.id(), TransactionType.ADJUSTMENT, TransactionStatus.COMPLETED));
    }

    private Transaction aTrade() {
        return world.post(aTradeOf(world.keep(aLiveQuoteOf(world.account))));
    }

    private Transaction reverse(Transaction transaction) {
        return reverseTransaction.reverse(new ReverseTransaction.Command(world.caller, transaction.id(), "Wrong account"));
    }
}

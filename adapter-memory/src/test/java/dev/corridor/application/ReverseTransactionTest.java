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

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.application.transaction.ReverseTransactionService;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.audit.Origin;
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
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReverseTransactionTest {

    private final World world = new World();
    private final ReverseTransaction reverseTransaction = new ReverseTransactionService(world.store.books(), Duration.ofMinutes(10),
            new AuditLog(world.ids));

    @Test
    void a_reversed_trade_leaves_the_account_as_if_it_had_not_been() {
        world.deposit(usd("100.00"));
        var trade = aTrade();
        world.clock.advance(Duration.ofMinutes(9));

        var reversal = reverse(trade);

        assertThat(world.balance(Asset.USD).available()).isEqualTo(usd("100.00"));
        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("0"));
        assertThat(reversal.type()).isEqualTo(TransactionType.ADJUSTMENT);
        assertThat(reversal.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(reversal.details()).isEqualTo(new Adjustment(trade.id(), world.caller.principal().toString(), "Ticket 7"));
        assertThat(reversal.memo().description()).isEqualTo("Wrong account");
        assertThat(reversal.createdAt()).isEqualTo(NOON.plus(Duration.ofMinutes(9)));
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
    void the_audit_says_who_did_it_why_and_by_what_it_is_known() {
        world.deposit(usd("100.00"));
        var trade = aTrade();

        var reversal = reverse(trade);

        assertThat(world.audited(trade.id())).satisfiesExactly(record -> {
            assertThat(record.action()).hasToString("transaction.reversed");
            assertThat(record.actor()).isEqualTo(world.caller.principal().toString());
            assertThat(record.details())
                    .isEqualTo(Map.of("reversedBy", reversal.id().toString(), "reason", "Wrong account", "evidence", "Ticket 7"));
        });
    }

    /** Every row puts one more thing right; the next error in the declared order comes to light. */
    @Test
    void errors_come_in_the_declared_order() {
        world.deposit(usd("200.00"));
        var trade = aTrade();
        var other = aTrade();
        world.suspendTheAccount();

        assertRefused(() -> reverse(world.stranger(), trade), new NotFound("Transaction"));
        assertRefused(() -> reverse(trade), new Forbidden("The account is SUSPENDED and takes no new transactions."));
        world.store.accounts().add(world.account);
        var reversal = reverse(trade);
        world.clock.advance(Duration.ofMinutes(10));
        assertRefused(() -> reverse(trade), new TransactionAlreadyReversed(trade.id(), reversal.id()));
        assertRefused(
                () -> reverse(other),
                new TransactionNotReversible(other.id(), TransactionType.TRADE, TransactionStatus.COMPLETED, 10));
        world.clock.advance(Duration.ofMillis(-1));
        world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("50.000000")));
        assertRefused(() -> reverse(other), new InsufficientFunds(world.account.id(), usdc("99.970000"), usdc("49.970000")));
        world.deposit(usdc("50.000000"));
        reverse(other);

        assertThat(declaredBy(ReverseTransaction.class))
                .containsExactly(
                        NotFound.class,
                        Forbidden.class,
                        TransactionAlreadyReversed.class,
                        TransactionNotReversible.class,
                        InsufficientFunds.class);
    }

    @Test
    void a_payout_that_has_left_is_not_reversed() {
        world.deposit(usdc("10.000000"));
        var locked = world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("4.000000")));
        var arrived = world.post(locked.complete(NOON));

        assertRefused(
                () -> reverse(arrived),
                new TransactionNotReversible(arrived.id(), TransactionType.CRYPTO_PAYOUT, TransactionStatus.COMPLETED, 10));

        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("6.000000"));
    }

    @Test
    void a_reversal_without_the_money_changes_nothing() {
        world.deposit(usd("100.00"));
        var trade = aTrade();
        world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("1.000000")));
        var before = world.store.books().postings();

        refusal(() -> reverse(trade));

        assertThat(world.store.transactions().find(world.organization.id(), trade.id())).contains(trade);
        assertThat(world.store.books().postings()).isEqualTo(before);
    }

    @Test
    void a_reversal_cannot_be_reversed() {
        world.deposit(usd("100.00"));
        var reversal = reverse(aTrade());

        assertRefused(
                () -> reverse(reversal),
                new TransactionNotReversible(reversal.id(), TransactionType.ADJUSTMENT, TransactionStatus.COMPLETED, 10));
    }

    private Transaction aTrade() {
        return world.post(aTradeOf(world.keep(aLiveQuoteOf(world.account))));
    }

    private Transaction reverse(Transaction transaction) {
        return reverse(world.caller, transaction);
    }

    private Transaction reverse(Caller caller, Transaction transaction) {
        return reverseTransaction.reverse(new ReverseTransaction.Command(
                caller, transaction.id(), "Wrong account", "Ticket 7", Origin.CONSOLE, Once.eachTime()));
    }
}

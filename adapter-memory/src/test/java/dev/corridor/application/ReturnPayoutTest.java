package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.ReturnPayout;
import dev.corridor.application.transaction.ReturnPayoutService;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturnPayoutTest {

    private final World world = new World();
    private final ReturnPayout returnPayout = new ReturnPayoutService(world.store.books(), new AuditLog(world.ids));

    @Test
    void what_comes_back_is_a_movement_of_its_own_and_the_payout_names_it() {
        var payout = anArrivedPayout();

        var part = bringBack(payout, Optional.of("1.5"));
        var rest = bringBack(payout, Optional.empty());

        assertThat(part.details()).isEqualTo(new Details.PayoutReturn(payout.id(), TransactionType.CRYPTO_PAYIN, "0xbeef"));
        assertThat(part.amount()).isEqualTo(usdc("1.500000"));
        assertThat(rest.amount()).isEqualTo(usdc("2.500000"));
        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("10.000000"));
        var read = world.store.transactions().find(world.organization.id(), payout.id()).orElseThrow();
        assertThat(read.status()).isEqualTo(TransactionStatus.REFUNDED);
        assertThat(read.returns()).extracting(Transaction.Returned::by).containsExactly(part.id(), rest.id());
    }

    @Test
    void the_audit_says_who_booked_it_and_on_what_evidence() {
        var payout = anArrivedPayout();

        var part = bringBack(payout, Optional.of("1.5"));

        assertThat(world.audited(payout.id())).satisfiesExactly(record -> {
            assertThat(record.action()).hasToString("payout.returned");
            assertThat(record.actor()).isEqualTo(world.caller.principal().toString());
            assertThat(record.details()).isEqualTo(Map.of("return", part.id().toString(), "amount", "1.500000 USDC", "evidence", "0xbeef"));
        });
    }

    @Test
    void an_account_that_is_suspended_takes_what_comes_back() {
        var payout = anArrivedPayout();
        world.suspendTheAccount();

        bringBack(payout, Optional.empty());

        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("10.000000"));
    }

    @Test
    void with_real_money_it_is_the_operators_to_book() {
        var payout = anArrivedPayout();

        assertRefused(
                () -> bringBack(world.callerOf(world.organization, Environment.LIVE), payout, Optional.empty()),
                new Forbidden("Only a test key may use the sandbox."));
        bringBack(Operator.actingFor(world.organization.id(), Environment.LIVE), payout, Optional.empty());
    }

    /** Every row puts one more thing right; the next error in the declared order comes to light. */
    @Test
    void errors_come_in_the_declared_order() {
        world.deposit(usdc("10.000000"));
        var locked = world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("4.000000")));

        assertRefused(
                () -> bringBack(world.callerOf(world.organization, Environment.LIVE), locked, Optional.of("0.0000001")),
                new Forbidden("Only a test key may use the sandbox."));
        assertRefused(() -> bringBack(world.stranger(), locked, Optional.of("0.0000001")), new NotFound("Transaction"));
        assertRefused(
                () -> bringBack(locked, Optional.of("0.0000001")),
                new InvalidRequest("The transaction is LOCKED; only a COMPLETED payout can come back."));
        var arrived = world.post(locked.complete(NOON));
        assertRefused(
                () -> bringBack(arrived, Optional.of("0.0000001")),
                ValidationError.of("amount", "must be an amount of USDC, with at most 6 decimals"));
        assertRefused(
                () -> bringBack(arrived, Optional.of("4.000001")),
                ValidationError.of("amount", "must be more than nothing and no more than what is out: 4.000000 USDC"));
        bringBack(arrived, Optional.of("4"));

        assertThat(declaredBy(ReturnPayout.class))
                .containsExactly(Forbidden.class, NotFound.class, InvalidRequest.class, ValidationError.class);
    }

    private Transaction anArrivedPayout() {
        world.deposit(usdc("10.000000"));
        var locked = world.post(aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("4.000000")));
        return world.post(locked.complete(NOON));
    }

    private Transaction bringBack(Transaction payout, Optional<String> amount) {
        return bringBack(world.caller, payout, amount);
    }

    private Transaction bringBack(Caller caller, Transaction payout, Optional<String> amount) {
        return returnPayout.bringBack(
                new ReturnPayout.Command(caller, payout.id(), amount, "0xbeef", Origin.CONSOLE, Once.eachTime()));
    }
}

package dev.corridor.application;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.funding.ResolveReceipt;
import dev.corridor.application.funding.ResolveReceipt.Verdict;
import dev.corridor.application.funding.ResolveReceiptService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.Details;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ResolveReceiptTest {

    private final World world = new World();
    private final ResolveReceipt resolveReceipt = new ResolveReceiptService(
            world.store.books(), world.store.accounts(), world.store.receipts(), new AuditLog(world.ids), world.clock);

    @Test
    void money_is_assigned_to_an_account_once() {
        var receipt = suspended("R1", new Value.Known(eur("7.00")));

        var assigned = resolve(receipt, new Verdict.Assign(world.account.id()));

        assertThat(assigned.state()).isEqualTo(Receipt.State.ASSIGNED);
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("7.00"));
        assertThat(world.audited(receipt.id())).singleElement()
                .satisfies(record -> assertThat(record.details()).containsEntry("evidence", "letter of the payer"));
        assertRefused(receipt, new Verdict.Assign(world.account.id()), "The receipt is ASSIGNED; only a SUSPENDED one can be assigned or returned.");
        assertRefused(receipt, new Verdict.GiveBack(), "The receipt is ASSIGNED; only a SUSPENDED one can be assigned or returned.");
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("7.00"));
    }

    @Test
    void money_that_went_back_is_in_no_account() {
        var receipt = suspended("R1", new Value.Known(eur("7.00")));

        assertThat(resolve(receipt, new Verdict.GiveBack()).state()).isEqualTo(Receipt.State.RETURNED);

        assertThat(world.store.receipts().suspended(10)).isEmpty();
        assertRefused(receipt, new Verdict.Assign(world.account.id()), "The receipt is RETURNED; only a SUSPENDED one can be assigned or returned.");
    }

    @Test
    void what_no_account_can_hold_only_goes_back() {
        var receipt = suspended("R1", new Value.Foreign("GBP", BigInteger.TEN));

        assertRefused(receipt, new Verdict.Assign(world.account.id()), "No account can hold what has arrived; it can only be returned.");
        resolve(receipt, new Verdict.GiveBack());
    }

    @Test
    void an_account_that_is_not_there_gets_nothing() {
        var receipt = suspended("R1", new Value.Known(eur("7.00")));
        var unknown = new AccountId(world.ids.next());

        Refusals.assertRefused(() -> resolve(receipt, new Verdict.Assign(unknown)), new AccountNotFound(unknown));
        assertThat(world.store.receipts().suspended(10)).hasSize(1);
    }

    private Suspended suspended(String reference, Value value) {
        var arrival = new Arrival("bank main", reference, value, "Ada", "DE89", NOON, new Details.FiatPayin());
        return (Suspended) world.store.receipts().keep(new Suspended(arrival, SuspenseReason.NO_ACCOUNT, NOON));
    }

    private Receipt resolve(Receipt receipt, Verdict verdict) {
        return resolveReceipt.resolve(new ResolveReceipt.Command(new Operator(), receipt.id(), verdict, "letter of the payer", Origin.CONSOLE));
    }

    private void assertRefused(Receipt receipt, Verdict verdict, String message) {
        Refusals.assertRefused(() -> resolve(receipt, verdict), new InvalidRequest(message));
    }
}

package dev.corridor.application;

import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.DecidePayout;
import dev.corridor.application.transaction.DecidePayout.Verdict;
import dev.corridor.application.transaction.DecidePayoutService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.ReturnPayoutService;
import dev.corridor.application.transaction.SendBankFiles;
import dev.corridor.application.transaction.SendBankFilesService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecidePayoutTest {

    private final World world = new World();
    private final AuditLog audit = new AuditLog(world.ids);
    private final DecidePayout decidePayout = new DecidePayoutService(
            world.store.books(),
            world.store.transactions(),
            world.store.bankOutbox(),
            new ReturnPayoutService(world.store.books(), audit),
            audit);
    private Transaction payout;

    @BeforeEach
    void a_payout_waits_for_its_file() {
        world.deposit(eur("10.00"));
        var beneficiary = world.keep(aBankBeneficiaryOf(world.account));
        payout = world.payOutFiat(world.bank).payOut(new PayOutFiat.Command(
                world.caller, world.account.id(), beneficiary.id(), eur("10.00"), BankMethod.SEPA, Memo.EMPTY));
    }

    @Test
    void what_the_bank_has_is_settled_or_declined_on_its_word() {
        send();

        assertThat(decide(Verdict.SETTLE).status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(world.audited(payout.id())).singleElement().satisfies(record -> assertThat(record)
                .returns("payout.settled", it -> it.action().toString())
                .extracting(AuditRecord::details)
                .asString()
                .contains("letter of the bank"));
        assertRefused(Verdict.DECLINE, "The transaction is COMPLETED; only a LOCKED one can be settled or declined.");
    }

    @Test
    void what_is_not_sent_is_declined_and_never_sent_and_is_not_settled() {
        assertRefused(Verdict.SETTLE, "The bank does not have the payout's order yet.");

        assertThat(decide(Verdict.DECLINE).status()).isEqualTo(TransactionStatus.DECLINED);
        send();

        assertThat(world.bank.files).isEmpty();
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("10.00"));
    }

    @Test
    void what_is_on_its_way_is_neither_settled_nor_declined() {
        world.bank.isDown = true;
        send();

        assertRefused(Verdict.SETTLE, "The bank does not have the payout's order yet.");
        assertRefused(Verdict.DECLINE, "The payout's order is on its way to the bank.");
    }

    @Test
    void what_has_arrived_comes_back_in_parts() {
        assertRefused(Verdict.RETURN, "The transaction is LOCKED; only a COMPLETED payout can come back.");
        send();
        decide(Verdict.SETTLE);

        decidePayout.decide(command(payout.id(), Verdict.RETURN, Optional.of("4.00")));
        decide(Verdict.RETURN);

        assertThat(world.store.transactions().find(world.organization.id(), payout.id()).orElseThrow().status())
                .isEqualTo(TransactionStatus.REFUNDED);
    }

    @Test
    void a_payout_over_a_chain_ends_by_itself() {
        world.deposit(usdc("1.000000"));
        var movement = aCryptoPayoutTo(world.keep(aCryptoBeneficiaryOf(world.account)), usdc("1.000000"), Memo.EMPTY);
        var onChain = world.store.books().decide(Subjects.account(world.organization.id(), world.account.id()), open -> {
            open.record(aTransferOf(movement.transaction()));
            return open.post(movement);
        });

        for (var verdict : List.of(Verdict.SETTLE, Verdict.DECLINE)) {
            Refusals.assertRefused(
                    () -> decidePayout.decide(command(onChain.id(), verdict, Optional.empty())),
                    new InvalidRequest("Only a payout over a bank is settled or declined by an operator."));
        }
    }

    @Test
    void what_is_not_there_is_not_found() {
        Refusals.assertRefused(
                () -> decidePayout.decide(command(new TransactionId(world.ids.next()), Verdict.SETTLE, Optional.empty())),
                new NotFound("Transaction"));
    }

    private void send() {
        new SendBankFilesService(List.of(world.bank), world.store.bankOutbox(), world.clock, new Random(1), RailWatch.NONE)
                .send(new SendBankFiles.Command(Duration.ofSeconds(30), 10));
    }

    private Transaction decide(Verdict verdict) {
        return decidePayout.decide(command(payout.id(), verdict, Optional.empty()));
    }

    private static DecidePayout.Command command(TransactionId payout, Verdict verdict, Optional<String> amount) {
        return new DecidePayout.Command(
                new Operator(), Environment.SANDBOX, payout, verdict, amount, "letter of the bank", Origin.CONSOLE, Once.eachTime());
    }

    private void assertRefused(Verdict verdict, String message) {
        Refusals.assertRefused(() -> decide(verdict), new InvalidRequest(message));
    }
}

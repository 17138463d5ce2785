package dev.corridor.application;

import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.SendBankFiles;
import dev.corridor.application.transaction.SendBankFilesService;
import dev.corridor.application.transaction.port.Bank;
import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.testing.WillingBank;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendBankFilesTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final World world = new World();
    private final WillingBank bank = world.bank;
    private final PayOutFiat payOut = world.payOutFiat(bank);
    private Beneficiary beneficiary;

    @BeforeEach
    void there_is_money_and_a_payee() {
        world.deposit(eur("100.00"));
        beneficiary = world.keep(aBankBeneficiaryOf(world.account));
    }

    @Test
    void payouts_that_wait_together_get_into_one_file() {
        var first = aPayout();
        var second = aPayout();

        send();
        send();

        assertThat(bank.files).hasSize(1);
        assertThat(orders(bank.files.getFirst())).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void a_file_that_cannot_be_handed_over_is_handed_over_later_as_it_is() {
        aPayout();
        bank.isDown = true;
        send();
        assertThat(bank.files).isEmpty();

        bank.isDown = false;
        send();
        assertThat(bank.files).as("paused").isEmpty();
        world.clock.advance(Duration.ofMinutes(1));
        aPayout();
        send();

        assertThat(bank.files).extracting(BankFile::number).containsExactly(1L, 2L);
    }

    @Test
    void an_order_that_cannot_be_written_does_not_keep_the_others_waiting() {
        var poisonous = aPayout();
        var other = aPayout();
        bank.canWrite = order -> !order.transaction().equals(poisonous.id());

        send();

        assertThat(bank.files).singleElement().satisfies(file -> assertThat(orders(file)).containsExactly(other.id()));
        bank.canWrite = order -> true;
        world.clock.advance(Duration.ofMinutes(1));
        send();
        assertThat(orders(bank.files.getLast())).containsExactly(poisonous.id());
    }

    @Test
    void a_payout_that_has_ended_meanwhile_is_not_sent() {
        var payout = aPayout();
        world.post(payout.decline(world.clock.instant()));

        send();

        assertThat(bank.files).isEmpty();
    }

    /** Dies before or after the call of that number, of which a run has five: two claims, a number, the storing and the record. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6})
    void whenever_it_dies_each_payout_is_in_one_file_and_the_bank_gets_that_file(int call) {
        var payout = aPayout();
        try {
            new SendBankFilesService(List.of(dying(Bank.class, bank, call)), dying(BankOutbox.class, world.store.bankOutbox(), call), world.clock,
                    new Random(1), RailWatch.NONE)
                    .send(new SendBankFiles.Command(LEASE, 10));
        } catch (Died e) {
            assertThat(e).isNotNull();
        }

        for (int turn = 0; turn < 3; turn++) {
            world.clock.advance(LEASE);
            send();
        }

        assertThat(bank.files).isNotEmpty();
        assertThat(bank.files.stream().distinct()).singleElement().satisfies(file -> assertThat(orders(file)).containsExactly(payout.id()));
    }

    private final AtomicInteger calls = new AtomicInteger();

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A port whose process dies at a call: before it takes effect if the number is negative, else after that. */
    private <P> P dying(Class<P> port, P real, int call) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (proxy, method, arguments) -> {
            boolean counts = !List.of("name", "pays", "draw").contains(method.getName());
            int number = counts ? calls.incrementAndGet() : 0;
            if (number == -call) {
                throw new Died();
            }
            try {
                var answer = method.invoke(real, arguments);
                if (counts && number == call) {
                    throw new Died();
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private void send() {
        new SendBankFilesService(List.of(bank), world.store.bankOutbox(), world.clock, new Random(1), RailWatch.NONE)
                .send(new SendBankFiles.Command(LEASE, 10));
    }

    private Transaction aPayout() {
        return payOut.payOut(new PayOutFiat.Command(
                world.caller, world.account.id(), beneficiary.id(), eur("1.00"), BankMethod.SEPA, Memo.EMPTY));
    }

    private static List<TransactionId> orders(BankFile file) {
        return file.content().lines().map(id -> TransactionId.parse("txn_" + id)).toList();
    }
}

package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sixty-four concurrent clients on the same resources. */
@MicronautTest
class ConcurrencyTest {

    private static final int CLIENTS = 64;

    private final World world;
    private final Customer acme;

    ConcurrencyTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void a_quote_is_executed_once() {
        acme.deposit("64000.00", "USD");
        var quote = acme.quote("1000.00");

        assertThat(answers(client -> acme.execute(quote))).isEqualTo(Map.of("200", 1, "409 quote_already_used", 63));

        assertThat(acme.balance("USD")).isEqualTo("63000.00 + 0.00");
        assertThat(acme.balance("USDC")).isEqualTo("999.700000 + 0.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void fiat_payouts_spend_what_is_there_and_no_more() {
        acme.deposit("100.00", "EUR");
        var bankAccount = acme.registerBankAccount();

        assertThat(answers(client -> acme.payOut(acme.aFiatPayout(bankAccount, "10.00"))))
                .isEqualTo(Map.of("200", 10, "400 insufficient_funds", 54));

        assertThat(acme.balance("EUR")).isEqualTo("0.00 + 100.00");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void crypto_payouts_spend_what_is_there_and_no_more() {
        acme.deposit("105.000000", "USDC");
        var wallet = acme.registerWallet();

        assertThat(answers(client -> acme.payOut(acme.aCryptoPayout(wallet, "10.00"))))
                .isEqualTo(Map.of("200", 10, "400 insufficient_funds", 54));

        assertThat(acme.balance("USDC")).isEqualTo("5.000000 + 100.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_payout_that_is_settled_and_declined_at_once_ends_once() {
        acme.deposit("10.00", "EUR");
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "10.00")).text("/transactionId");

        var answers = answers(client -> acme.api().post("/v1/sandbox/transactions/" + payout + (client % 2 == 0 ? "/settle" : "/decline")));

        assertThat(answers).isEqualTo(Map.of("200", 32, "400 invalid_request", 32));
        assertThat(acme.balance("EUR")).isEqualTo(acme.statusOf(payout).equals("COMPLETED") ? "0.00 + 0.00" : "10.00 + 0.00");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_beneficiary_is_archived_once() {
        var wallet = acme.registerWallet();

        assertThat(answers(client -> acme.api().delete("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account())))
                .isEqualTo(Map.of("200", 1, "409 beneficiary_already_archived", 63));
    }

    @Test
    void movements_on_many_accounts_in_both_directions_do_not_block_each_other() {
        acme.deposit("6400.00", "USD");
        var other = world.newCustomer();
        other.deposit("6400.00", "USD");

        var answers = answers(client -> {
            var customer = client % 2 == 0 ? acme : other;
            return customer.execute(customer.quote("100.00"));
        });

        assertThat(answers).isEqualTo(Map.of("200", 64));
        assertThat(acme.balance("USD")).isEqualTo("3200.00 + 0.00").isEqualTo(other.balance("USD"));
        world.assertThatTheBooksAddUp();
    }

    /** Counts the responses of clients that start at the same moment. */
    private static Map<String, Integer> answers(IntFunction<Answer> request) {
        var everybodyIsReady = new CountDownLatch(CLIENTS);
        var answers = new ConcurrentLinkedQueue<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                threads.submit(() -> {
                    everybodyIsReady.countDown();
                    everybodyIsReady.await();
                    return answers.add(request.apply(client));
                });
            }
        }
        return answers.stream()
                .map(answer -> answer.isRefusal() ? answer.status() + " " + answer.code() : "200")
                .collect(Collectors.toMap(answer -> answer, answer -> 1, Integer::sum));
    }
}

package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Asset;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What payouts cost, and that a client never pays another fee than it expects. */
@MicronautTest
class FeesTest {

    private static final FeeKey CRYPTO = FeeKey.cryptoPayout(Asset.USDC);
    private static final FeeKey FIAT = FeeKey.fiatPayout(Asset.EUR);
    private static final int CLIENTS = 64;

    private final World world;
    private final Customer acme;

    FeesTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void what_has_no_price_is_free() {
        var fee = acme.api().get("/v1/fees/crypto-payout?chainName=ETHEREUM_SEPOLIA&asset=USDC").isOk();

        assertThat(fee.body()).isEqualTo("{\"fixed\":\"0.000000\",\"bps\":0,\"asset\":\"USDC\"}");
        acme.deposit("10.00", "EUR");
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "10.00")).isOk();
        assertThat(payout.text("/fee/total")).isEqualTo("0.00");
    }

    @Test
    void a_price_is_shown_charged_and_told() {
        world.charge(acme, CRYPTO, "1.00", 25);
        acme.deposit("11.025000", "USDC");

        var schedule = acme.api().get("/v1/fees/crypto-payout?chainName=ethereum&asset=USDC").isOk();
        assertThat(schedule.body()).isEqualTo("{\"fixed\":\"1.000000\",\"bps\":25,\"asset\":\"USDC\"}");
        var payout = acme.payOut(acme.aCryptoPayout(acme.registerWallet(), "10.00")).isOk();

        assertThat(payout.json().at("/fee").toString()).isEqualTo(
                "{\"fixed\":\"1.000000\",\"bps\":25,\"bpsAmount\":\"0.025000\",\"total\":\"1.025000\",\"asset\":\"USDC\"}");
        assertThat(acme.balance("USDC")).isEqualTo("0.000000 + 11.025000");
        acme.api().post("/v1/sandbox/transactions/" + payout.text("/transactionId") + "/settle").isOk();
        var seen = acme.api().get("/v1/transactions/" + payout.text("/transactionId")).isOk();
        assertThat(seen.json().at("/fee").toString()).isEqualTo(payout.json().at("/fee").toString());
        assertThat(seen.text("/amount")).isEqualTo("10.000000");
        assertThat(acme.balance("USDC")).isEqualTo("0.000000 + 0.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_declined_payout_costs_nothing() {
        world.charge(acme, FIAT, "0.30", 0);
        acme.deposit("10.30", "EUR");
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "10.00")).isOk().text("/transactionId");
        assertThat(acme.balance("EUR")).isEqualTo("0.00 + 10.30");

        acme.api().post("/v1/sandbox/transactions/" + payout + "/decline").isOk();

        assertThat(acme.balance("EUR")).isEqualTo("10.30 + 0.00");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void the_fee_is_a_line_of_its_own_in_the_ledger() {
        world.charge(acme, FIAT, "0.30", 0);
        acme.deposit("10.30", "EUR");
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "10.00")).isOk().text("/transactionId");
        acme.api().post("/v1/sandbox/transactions/" + payout + "/settle").isOk();

        var entries = acme.api().get("/v1/accounts/" + acme.account() + "/entries").isOk();

        assertThat(entries.texts("amount")).startsWith("-0.30", "-10.00", "10.30", "-10.30", "10.30");
    }

    @ParameterizedTest
    @CsvSource({"0.30, 0, 200", "0.3, 0, 200", "0.31, 0, 409", "0.30, 1, 409"})
    void a_payout_is_charged_as_expected_or_not_made(String fixed, int basisPoints, int status) {
        world.charge(acme, FIAT, "0.30", 0);
        acme.deposit("10.30", "EUR");
        var payout = acme.aFiatPayout(acme.registerBankAccount(), "10.00").with(expecting(fixed, basisPoints));

        assertThat(acme.payOut(payout).status()).isEqualTo(status);

        assertThat(acme.balance("EUR")).isEqualTo(status == 200 ? "0.00 + 10.30" : "10.30 + 0.00");
    }

    @Test
    void what_changed_is_told() {
        world.charge(acme, FIAT, "0.30", 5);
        var payout = acme.aFiatPayout(acme.registerBankAccount(), "10.00").with(expecting("0.25", 0));

        assertThat(acme.payOut(payout).isError(409, "fee_schedule_drifted").message())
                .isEqualTo("The fee is 0.30 EUR and 5 basis points now, not 0.25 EUR and 0.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"expectedFeeSchedule\":{\"fixed\":\"-1\",\"bps\":0}} | expectedFeeSchedule.fixed must be a decimal number, zero or more",
        "{\"expectedFeeSchedule\":{\"fixed\":\"0.001\",\"bps\":0}} | expectedFeeSchedule.fixed must have at most 2 decimals",
        "{\"expectedFeeSchedule\":{\"fixed\":\"0\"}} | expectedFeeSchedule.bps is required",
        "{\"expectedFeeSchedule\":{\"fixed\":\"0\",\"bps\":1001}} | expectedFeeSchedule.bps must be from 0 to 1000",
        "{\"expectedFeeSchedule\":{\"fixed\":0,\"bps\":0}} | expectedFeeSchedule.fixed must be a string",
        "{\"expectedFeeSchedule\":{\"fixed\":\"0\",\"bps\":0,\"bsp\":1}} | expectedFeeSchedule.bsp is unknown here, perhaps 'bps' is meant",
        "{\"expectedFeeSchedule\":\"0\"} | expectedFeeSchedule must be an object"
    })
    void an_expectation_that_cannot_be_read_is_never_ignored(String expectation, String reason) {
        var payout = acme.aFiatPayout(acme.registerBankAccount(), "10.00").with(expectation);

        assertThat(acme.payOut(payout).isError(400, "validation_error").message()).contains(reason);
    }

    @Test
    void a_fault_within_an_object_has_its_pointer() {
        var payout = acme.aFiatPayout(acme.registerBankAccount(), "10.00").with(expecting("0.001", 0));

        var problem = acme.speaking("problem+json").payOut(payout);

        assertThat(problem.text("/errors/0/pointer")).isEqualTo("#/expectedFeeSchedule/fixed");
    }

    @Test
    void of_many_payouts_while_the_price_changes_each_is_charged_what_it_expects_or_refused() throws Exception {
        world.charge(acme, FIAT, "0.10", 0);
        acme.deposit("1000.00", "EUR");
        var landlord = acme.registerBankAccount();

        var answers = together(client -> acme.payOut(acme.aFiatPayout(landlord, "1.00").with(expecting(client % 2 == 0 ? "0.10" : "0.20", 0))));

        var made = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(answers).allSatisfy(answer -> {
            if (answer.status() != 200) {
                answer.isError(409, "fee_schedule_drifted");
            }
        });
        assertThat(made.stream().map(answer -> answer.text("/fee/total"))).isSubsetOf("0.10", "0.20");
        var locked = made.stream().mapToLong(answer -> 100 + (answer.text("/fee/total").equals("0.10") ? 10 : 20)).sum();
        assertThat(acme.balance("EUR")).endsWith(" + %d.%02d".formatted(locked / 100, locked % 100));
        world.assertThatTheBooksAddUp();
    }

    private static String expecting(String fixed, int basisPoints) {
        return "{\"expectedFeeSchedule\":{\"fixed\":\"%s\",\"bps\":%d}}".formatted(fixed, basisPoints);
    }

    private interface Request {
        Answer send(int client);
    }

    /** All at once, and the price changes among them. */
    private List<Answer> together(Request request) throws Exception {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, CLIENTS)
                    .<Future<Answer>>mapToObj(client -> executor.submit((Callable<Answer>) () -> {
                        start.await();
                        if (client == CLIENTS / 2) {
                            world.charge(acme, FIAT, "0.20", 0);
                        }
                        return request.send(client);
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var each : sent) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}

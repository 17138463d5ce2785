package dev.corridor.service.api;

import static dev.corridor.service.api.BankFolder.endToEndId;
import static dev.corridor.service.api.BankFolder.messageId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.bank.testing.BankMessages;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Money from a bank and to a bank, from request to file and from file to answer. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankRailTest implements TestPropertyProvider {

    private static final String IBAN = "DE75512108001245126199";

    private Path directory;
    private World world;
    private BankFolder bank;
    private Customer acme;

    @Override
    public Map<String, String> getProperties() {
        try {
            directory = Files.createTempDirectory("bank");
            BankFolder.in(directory);
            var file = Files.writeString(directory.resolve("rails.yaml"), """
                    banks:
                      main:
                        outbox: out
                        inbox: in
                        currencies: [EUR]
                        account: { iban: "%s", bic: "COBADEFF", name: "Corridor" }
                    """.formatted(IBAN));
            return Map.of(ServiceUnderTest.RAILS, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void a_customer(World given) {
        world = given;
        bank = new BankFolder(directory, world.clock);
        acme = world.newCustomer();
    }

    @AfterEach
    void the_books_add_up() {
        world.assertThatTheBooksAddUp();
    }

    @Test
    void money_arrives_is_traded_is_paid_out_and_comes_back_two_days_later() {
        money_arrives_by_a_statement_and_by_a_notification_once();
        a_part_of_it_is_traded();
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "40.00")).isOk().text("/transactionId");
        assertThat(acme.balance("EUR")).isEqualTo("20.00 + 40.00");
        var file = bank.awaitFileWith(endToEndId(payout));
        Await.until("it is known that the bank has it", () -> dispatchOf(payout).text("/dispatch/state").equals("SENT"));
        assertThat(dispatchOf(payout).json().at("/dispatch/nextTryAt").isNull()).isTrue();
        assertThat(file).contains("<InstdAmt Ccy=\"EUR\">40.00</InstdAmt>", "DE89370400440532013000", "Landlord");

        bank.arrives("pending.xml", BankMessages.status(messageId(file), endToEndId(payout), "ACSP", ""));
        bank.arrives("settled.xml", BankMessages.status(messageId(file), endToEndId(payout), "ACSC", ""));
        acme.awaitStatus(payout, "COMPLETED");
        assertThat(acme.balance("EUR")).isEqualTo("20.00 + 0.00");

        world.clock.advance(Duration.ofDays(2));
        bank.arrives("part.xml", BankMessages.notification(IBAN, BankMessages.returned("R20", endToEndId(payout), "15.00", "AC04")));
        awaitBalance("35.00 + 0.00");
        assertThat(acme.statusOf(payout)).isEqualTo("COMPLETED");
        bank.arrives("rest.xml", BankMessages.statement(
                IBAN,
                BankMessages.returned("R20", endToEndId(payout), "15.00", "AC04"),
                BankMessages.returned("R21", endToEndId(payout), "25.00", "AC04")));
        acme.awaitStatus(payout, "REFUNDED");
        assertThat(acme.balance("EUR")).isEqualTo("60.00 + 0.00");
    }

    private Answer dispatchOf(String payout) {
        return acme.api().get("/v1/transactions/" + payout).isOk();
    }

    private void money_arrives_by_a_statement_and_by_a_notification_once() {
        var reference = acme.account().replace("_", " ").toUpperCase(Locale.ROOT);
        var credit = BankMessages.credit("R1 of " + acme.account().substring(5, 25), "100.00", "Ada Lovelace", IBAN, "Invoice 7 " + reference);
        bank.arrives("credit.xml", BankMessages.notification(IBAN, credit));
        awaitBalance("100.00 + 0.00");
        bank.arrives("credit-again.xml", BankMessages.statement(IBAN, credit));
        bank.awaitTaken("credit-again.xml");
        assertThat(acme.balance("EUR")).isEqualTo("100.00 + 0.00");
    }

    private void a_part_of_it_is_traded() {
        var quote = acme.api()
                .post("/v1/quotes", Body.of("accountId", acme.account(), "fromAsset", "EUR", "toAsset", "USDC", "fromAmount", "40.00"))
                .isOk()
                .text("/quoteId");
        acme.execute(quote).isOk();
        assertThat(acme.balance("EUR")).isEqualTo("60.00 + 0.00");
    }

    @Test
    void a_refusal_gives_the_money_back_and_bad_files_harm_nothing() {
        acme.deposit("10.00", "EUR");
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "10.00")).isOk().text("/transactionId");
        var file = bank.awaitFileWith(endToEndId(payout));

        bank.arrives("other.xml", BankMessages.notification("FR1420041010050500013M02606"));
        bank.arrives("refused.xml", BankMessages.status(messageId(file), endToEndId(payout), "RJCT", "AC04"));

        acme.awaitStatus(payout, "DECLINED");
        assertThat(acme.balance("EUR")).isEqualTo("10.00 + 0.00");
        bank.awaitPutAside("other.xml");
    }

    @Test
    void what_the_file_does_not_connect_is_simulated() {
        acme.deposit("10.00", "EUR");
        acme.deposit("10.00", "USD");

        acme.awaitStatus(wire("12345670000000001"), "COMPLETED");
        acme.awaitStatus(wire("12345670000000002"), "DECLINED");
        var returned = wire("12345670000000003");
        acme.awaitStatus(returned, "COMPLETED");
        world.clock.advance(Duration.ofSeconds(5));
        acme.awaitStatus(returned, "REFUNDED");
        assertThat(acme.balance("USD")).isEqualTo("9.00 + 0.00");
        assertThat(acme.statusOf(wire("12345670000000009"))).isEqualTo("LOCKED");
    }

    /** A dollar. */
    private String wire(String number) {
        var account = Body.of(
                "accountId", acme.account(),
                "nickname", "Landlord",
                "bankName", "Chase",
                "method", "WIRE",
                "currency", "USD",
                "routingNumber", "021000021",
                "accountNumber", number);
        var beneficiary = acme.api().post("/v1/beneficiaries/bank", account).isOk().text("/beneficiaryId");
        return acme.payOut(acme.aFiatPayout(beneficiary, "1.00").with("asset", "USD").with("method", "WIRE")).isOk().text("/transactionId");
    }

    private void awaitBalance(String expected) {
        Await.until("the balance is " + expected, () -> acme.balance("EUR").equals(expected));
    }
}

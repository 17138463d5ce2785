package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.bank.testing.BankMessages;
import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.TransactionId;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private Customer acme;

    @Override
    public Map<String, String> getProperties() {
        try {
            directory = Files.createTempDirectory("bank");
            Files.createDirectories(directory.resolve("out"));
            Files.createDirectories(directory.resolve("in"));
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
        var file = awaitFileWith(endToEndId(payout));
        assertThat(file).contains("<InstdAmt Ccy=\"EUR\">40.00</InstdAmt>", "DE89370400440532013000", "Landlord");

        arrives("pending.xml", BankMessages.status(messageId(file), endToEndId(payout), "ACSP", ""));
        arrives("settled.xml", BankMessages.status(messageId(file), endToEndId(payout), "ACSC", ""));
        acme.awaitStatus(payout, "COMPLETED");
        assertThat(acme.balance("EUR")).isEqualTo("20.00 + 0.00");

        world.clock.advance(Duration.ofDays(2));
        arrives("part.xml", BankMessages.notification(IBAN, BankMessages.returned("R20", endToEndId(payout), "15.00", "AC04")));
        awaitBalance("35.00 + 0.00");
        assertThat(acme.statusOf(payout)).isEqualTo("COMPLETED");
        arrives("rest.xml", BankMessages.statement(
                IBAN,
                BankMessages.returned("R20", endToEndId(payout), "15.00", "AC04"),
                BankMessages.returned("R21", endToEndId(payout), "25.00", "AC04")));
        acme.awaitStatus(payout, "REFUNDED");
        assertThat(acme.balance("EUR")).isEqualTo("60.00 + 0.00");
    }

    private void money_arrives_by_a_statement_and_by_a_notification_once() {
        var reference = acme.account().replace("_", " ").toUpperCase(Locale.ROOT);
        var credit = BankMessages.credit("R1 of " + acme.account().substring(5, 25), "100.00", "Ada Lovelace", IBAN, "Invoice 7 " + reference);
        arrives("credit.xml", BankMessages.notification(IBAN, credit));
        awaitBalance("100.00 + 0.00");
        arrives("credit-again.xml", BankMessages.statement(IBAN, credit));
        awaitTaken("credit-again.xml");
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
        var file = awaitFileWith(endToEndId(payout));

        arrives("other.xml", BankMessages.notification("FR1420041010050500013M02606"));
        arrives("refused.xml", BankMessages.status(messageId(file), endToEndId(payout), "RJCT", "AC04"));

        acme.awaitStatus(payout, "DECLINED");
        assertThat(acme.balance("EUR")).isEqualTo("10.00 + 0.00");
        Await.until("the reason is there", () -> Files.exists(directory.resolve("in/put-aside/other.xml.reason.txt")));
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

    private static String endToEndId(String payout) {
        var id = payout.substring("txn_".length());
        assertThat(BankOrder.payoutOf(id)).contains(TransactionId.parse(payout));
        return id;
    }

    private static String messageId(String file) {
        return file.replaceFirst("(?s).*<MsgId>(.*?)</MsgId>.*", "$1");
    }

    private String awaitFileWith(String endToEndId) {
        Await.until("a file has the order", () -> fileWith(endToEndId).isPresent());
        return fileWith(endToEndId).orElseThrow();
    }

    private Optional<String> fileWith(String endToEndId) {
        try (var files = Files.list(directory.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .map(BankRailTest::read)
                    .filter(text -> text.contains(endToEndId))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written under another name first, as a bank's software does. */
    private void arrives(String name, String message) {
        var inbox = directory.resolve("in");
        try {
            var unfinished = Files.writeString(inbox.resolve(name + ".tmp"), message);
            Files.setLastModifiedTime(unfinished, FileTime.from(world.clock.instant().minusSeconds(60)));
            Files.move(unfinished, inbox.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitTaken(String name) {
        Await.until(name + " is taken", () -> Files.exists(directory.resolve("in/taken").resolve(name)));
    }

    private void awaitBalance(String expected) {
        Await.until("the balance is " + expected, () -> acme.balance("EUR").equals(expected));
    }
}

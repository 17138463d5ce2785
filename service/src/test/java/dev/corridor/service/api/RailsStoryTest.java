package dev.corridor.service.api;

import static dev.corridor.service.api.BankFolder.endToEndId;
import static dev.corridor.service.api.BankFolder.messageId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.reconciliation.ReconcileRails;
import dev.corridor.application.reconciliation.ReconcileRails.Outcome;
import dev.corridor.application.reconciliation.port.Difference;
import dev.corridor.bank.testing.BankMessages;
import dev.corridor.chain.testing.Anvil;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole way of money over real rails, in and out, and the comparison of the books with the rails afterwards. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RailsStoryTest implements TestPropertyProvider {

    private static final Duration TURN = Duration.ofSeconds(6);
    private static final int CONFIRMATIONS = 3;
    private static final String IBAN = "DE75512108001245126199";
    private static final String RECEIVER = "0x00000000000000000000000000000000000de905";

    /** {@code transfer(address,uint256)}. */
    private static final String TRANSFER = "0xa9059cbb%064x%064x";

    private static final String LAST_DEPOSIT = """
             where arrived_at = (select max(arrived_at) from receipts where rail = 'ETHEREUM_SEPOLIA')
            """;

    private Anvil anvil;
    private String token;
    private Path directory;
    private World world;
    private BankFolder bank;
    private Customer acme;
    private ReconcileRails reconcile;

    @Override
    public Map<String, String> getProperties() {
        anvil = Anvil.start();
        token = anvil.deployToken(1_000_000_000_000L);
        anvil.mine(CONFIRMATIONS);
        var file = RailFiles.write(anvil.uri(), token);
        directory = file.getParent();
        try {
            BankFolder.in(directory);
            Files.writeString(file, """
                    banks:
                      main:
                        outbox: out
                        inbox: in
                        currencies: [EUR]
                        account: { iban: "%s", bic: "COBADEFF", name: "Corridor" }
                    """.formatted(IBAN), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(ServiceUnderTest.RAILS, file.toString());
    }

    @BeforeEach
    void a_customer_comes(World given, ReconcileRails reconcileRails) {
        world = given;
        bank = new BankFolder(directory, world.clock);
        acme = world.newCustomer();
        reconcile = reconcileRails;
        Await.until("the first comparison has been made", () -> world.everythingIn("rail_checkpoints").contains("ETHEREUM_SEPOLIA"));
    }

    @AfterEach
    void the_books_add_up() {
        world.assertThatTheBooksAddUp();
    }

    @AfterAll
    void stop() {
        if (anvil != null) {
            anvil.close();
        }
    }

    @Test
    void money_comes_and_goes_over_a_chain_and_a_bank_and_every_difference_is_found() {
        coins_are_deposited_traded_and_paid_out();
        euros_are_credited_by_their_reference_traded_and_paid_out();
        assertThat(differences()).isEmpty();
        assertThat(compare()).extracting(Outcome::rail).containsExactly("ETHEREUM_SEPOLIA", "bank main");

        each_difference_from_the_chain_is_found();
        each_difference_from_the_bank_is_found();
        what_is_explained_is_not_reported_again();
        what_cannot_be_asked_is_no_agreement();
    }

    private void coins_are_deposited_traded_and_paid_out() {
        var address = detailOf("CRYPTO_ADDRESS", "address");

        anvil.awaitMined(anvil.mint(token, address, 100_000_000));
        anvil.mine(CONFIRMATIONS);
        awaitBalance("USDC", "100.000000 + 0.000000");
        trade("USDC", "USD", "60.000000");
        pay("40.000000");

        assertThat(anvil.tokensOf(token, RECEIVER)).isEqualTo(40_000_000);
        assertThat(acme.balance("USDC")).isEqualTo("0.000000 + 0.000000");
    }

    private void euros_are_credited_by_their_reference_traded_and_paid_out() {
        assertThat(detailOf("BANK", "iban")).isEqualTo(IBAN);
        var reference = detailOf("BANK", "reference").replaceAll("(.{4})", "$1 ");

        bank.arrives("credit.xml", BankMessages.notification(IBAN, BankMessages.credit("C1", "100.00", "Ada", IBAN, "Invoice 7 " + reference)));
        awaitBalance("EUR", "100.00 + 0.00");
        trade("EUR", "USDC", "60.00");
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "40.00")).isOk().text("/transactionId");
        var file = bank.awaitFileWith(endToEndId(payout));
        bank.arrives("settled.xml", BankMessages.status(messageId(file), endToEndId(payout), "ACSC", ""));
        acme.awaitStatus(payout, "COMPLETED");
        takes("day1.xml", BankMessages.statementOfDay(
                IBAN,
                "S1",
                "2026-03-02",
                "5.00",
                "65.00",
                BankMessages.credit("C1", "100.00", "Ada", IBAN, "Invoice 7 " + reference),
                BankMessages.debit("D1", endToEndId(payout), "40.00")));

        assertThat(acme.balance("EUR")).isEqualTo("0.00 + 0.00");
    }

    /** Each is planted before its blocks are compared, found, and mended. */
    private void each_difference_from_the_chain_is_found() {
        acme.deposit("100.000000", "USDC");

        var paid = pay("10.000000");
        changed("update transactions set amount = amount + 1 where transaction_id = ?", paid, "payout_unlike_its_transfer");
        changed("update transactions set amount = amount - 1 where transaction_id = ?", paid);

        var declined = pay("5.000000");
        changed("update transactions set status = 'DECLINED' where transaction_id = ?", declined, "declined_payout_with_transfer");
        changed("update transactions set status = 'COMPLETED' where transaction_id = ?", declined);

        anvil.stopMining();
        var pending = acme.payOut(acme.aCryptoPayout(acme.registerWallet(RECEIVER), "7.000000")).isOk().text("/transactionId");
        world.clock.advance(Duration.ofMinutes(2));
        changed("update transactions set status = 'COMPLETED' where transaction_id = ?", pending, "payout_without_transfer");
        changed("update transactions set status = 'LOCKED' where transaction_id = ?", pending);
        anvil.startMining();
        anvil.mine(CONFIRMATIONS);
        world.clock.advance(Duration.ofMinutes(10));
        acme.awaitStatus(pending, "COMPLETED");
        assertThat(differences()).isEmpty();

        int before = payins();
        anvil.awaitMined(anvil.mint(token, detailOf("CRYPTO_ADDRESS", "address"), 3_000_000));
        anvil.mine(CONFIRMATIONS);
        Await.until("it is credited", () -> payins() > before);
        world.execute("update receipts set units = units + 1" + LAST_DEPOSIT);
        awaitChecks("receipt_unlike_its_transfer");
        world.execute("update receipts set rail = 'elsewhere'" + LAST_DEPOSIT);
        awaitChecks("transfer_without_receipt");
        world.execute("update receipts set rail = 'ETHEREUM_SEPOLIA', units = units - 1, reference = '0x00:0' where rail = 'elsewhere'");
        awaitChecks("receipt_without_transfer", "transfer_without_receipt");
    }

    private int payins() {
        return acme.api().get("/v1/transactions?type=CRYPTO_PAYIN").isOk().texts("transactionId").size();
    }

    /** Each lasts until the end, so that the list grows. */
    private void each_difference_from_the_bank_is_found() {
        world.clock.advance(Duration.ofMinutes(11));
        assertThat(ofBank()).isEmpty();

        takes("charges.xml",
                BankMessages.statementOfDay(IBAN, "S2", "2026-03-03", "65.00", "63.00", BankMessages.debit("D2", "NOTPROVIDED", "2.00")));
        assertThat(ofBank()).containsExactly("debit_without_payout");
        takes("gap.xml", BankMessages.statementOfDay(IBAN, "S4", "2026-03-05", "50.00", "50.00"));
        assertThat(ofBank()).containsExactly("debit_without_payout", "statement_missing");
        takes("sum.xml", BankMessages.statementOfDay(IBAN, "S5", "2026-03-06", "50.00", "51.00"));
        assertThat(ofBank()).containsExactly("debit_without_payout", "statement_that_does_not_add_up", "statement_missing");

        world.execute("update receipts set units = units + 1 where reference = 'C1'");
        assertThat(ofBank()).contains("entry_unlike_its_receipt");
        world.execute("update receipts set units = units - 1 where reference = 'C1'");
        world.execute("update bank_entries set units = units - 1 where reference = 'D1'");
        assertThat(ofBank()).contains("payout_unlike_its_entries");
        world.execute("update bank_entries set units = units + 1 where reference = 'D1'");
        world.execute("update bank_entries set reference = 'gone', receipt_id = gen_random_uuid() where reference = 'C1'");
        assertThat(ofBank()).contains("entry_unlike_its_receipt", "receipt_without_entry");
        world.execute(
                "update bank_entries set reference = 'C1', receipt_id = (select receipt_id from receipts where reference = 'C1') where reference = 'gone'");
        world.execute("delete from bank_entries where reference = 'D1'");
        world.execute("update bank_statements set day = day + 36500 where statement = 'S5'");
        assertThat(ofBank()).contains("payout_without_debit");
    }

    private void what_is_explained_is_not_reported_again() {
        anvil.send(Anvil.WALLET, token, TRANSFER.formatted(7, 1_000_000));
        anvil.mine(CONFIRMATIONS);
        Await.until("a transfer that no payout knows is found",
                () -> differences().stream().map(Difference::check).toList().contains("transfer_without_payout"));

        reconcile.reconcile(new ReconcileRails.Command.Accept("Ticket 7"));

        assertThat(differences()).isEmpty();
        assertThat(world.everythingIn("accepted_differences")).contains("Ticket 7", "transfer_without_payout", "debit_without_payout");
        assertThat(world.everythingIn("reconciliations")).contains("\"rail\":\"ETHEREUM_SEPOLIA\"", "\"rail\":\"bank main\"");
    }

    private void what_cannot_be_asked_is_no_agreement() {
        anvil.close();
        anvil = null;

        assertThat(compare().getFirst().failure()).isPresent();
    }

    private void changed(String sql, String transaction, String... checks) {
        world.execute(sql, uuid(transaction));
        awaitChecks(checks);
    }

    /** The last final blocks are compared once they have been read for deposits. */
    private void awaitChecks(String... checks) {
        Await.until(List.of(checks) + " are found",
                () -> differences().stream().map(Difference::check).sorted().toList().equals(List.of(checks)));
    }

    private static UUID uuid(String transaction) {
        return TransactionId.parse(transaction).uuid();
    }

    private List<Outcome> compare() {
        return reconcile.reconcile(new ReconcileRails.Command.Now());
    }

    private List<Difference> differences() {
        var outcomes = compare();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isEmpty());
        return outcomes.stream().flatMap(outcome -> outcome.differences().stream()).toList();
    }

    private List<String> ofBank() {
        return compare().getLast().differences().stream().map(Difference::check).toList();
    }

    private void takes(String name, String message) {
        bank.arrives(name, message);
        bank.awaitTaken(name);
    }

    /** In USDC, until it is final. Answers the transaction. */
    private String pay(String amount) {
        var payout = acme.payOut(acme.aCryptoPayout(acme.registerWallet(RECEIVER), amount)).isOk();
        anvil.awaitMined(payout.text("/txHash"));
        anvil.mine(CONFIRMATIONS);
        world.clock.advance(TURN);
        acme.awaitStatus(payout.text("/transactionId"), "COMPLETED");
        return payout.text("/transactionId");
    }

    private void trade(String from, String to, String amount) {
        var quote = acme.api()
                .post("/v1/quotes", Body.of("accountId", acme.account(), "fromAsset", from, "toAsset", to, "fromAmount", amount))
                .isOk()
                .text("/quoteId");
        acme.execute(quote).isOk();
    }

    private String detailOf(String type, String detail) {
        Await.until("the account has both funding methods",
                () -> acme.api().get("/v1/accounts/" + acme.account()).isOk().json().at("/fundingMethods/1").isTextual());
        var account = acme.api().get("/v1/accounts/" + acme.account()).isOk();
        for (int i = 0; i < 2; i++) {
            var method = acme.api().get("/v1/funding-methods/" + account.text("/fundingMethods/" + i)).isOk();
            if (method.text("/type").equals(type)) {
                return method.text("/details/" + detail);
            }
        }
        throw new AssertionError("no " + type);
    }

    private void awaitBalance(String asset, String expected) {
        Await.until("the balance is " + expected, () -> acme.balance(asset).equals(expected));
    }
}

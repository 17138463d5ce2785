package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.testing.Anvil;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Deposits from the block of a real node to the account, and on. What is on the chain is read from the chain. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CryptoDepositTest implements TestPropertyProvider {

    private static final Duration TURN = Duration.ofSeconds(6);
    private static final int CONFIRMATIONS = 3;

    private Anvil anvil;
    private String token;
    private World world;
    private Customer acme;

    @Override
    public Map<String, String> getProperties() {
        anvil = Anvil.start();
        token = anvil.deployToken(1_000_000_000_000L);
        anvil.mine(CONFIRMATIONS);
        return Map.of(ServiceUnderTest.RAILS, RailFiles.write(anvil.uri(), token).toString());
    }

    @BeforeEach
    void a_customer_comes(World given) {
        world = given;
        acme = world.newCustomer();
    }

    @AfterEach
    void the_books_add_up() {
        anvil.startMining();
        world.assertThatTheBooksAddUp();
    }

    @AfterAll
    void stop() {
        if (anvil != null) {
            anvil.close();
        }
    }

    @Test
    void every_account_has_an_address_of_its_own() {
        var other = world.newCustomer();

        var method = acme.api().get("/v1/funding-methods/" + fundingMethodOf(acme)).isOk();

        assertThat(method.text("/type")).isEqualTo("CRYPTO_ADDRESS");
        assertThat(method.text("/status")).isEqualTo("ACTIVE");
        assertThat(method.text("/accountId")).isEqualTo(acme.account());
        assertThat(method.text("/supportedAssets/0")).isEqualTo("USDC");
        assertThat(method.text("/details/chainName")).isEqualTo("ETHEREUM_SEPOLIA");
        assertThat(method.text("/details/chainDisplayName")).isEqualTo("Ethereum Sepolia");
        assertThat(addressOf(acme)).isNotEqualTo(addressOf(other));
        assertThat(acme.api().get("/v1/accounts").isOk().text("/data/0/fundingMethods/0")).isEqualTo(fundingMethodOf(acme));
    }

    /** Deposit, quote, trade, payout: money comes in and leaves, and the chain agrees with each step. */
    @Test
    void a_deposit_is_credited_traded_and_paid_out() {
        var address = addressOf(acme);

        var deposit = anvil.mint(token, address, 100_000_000);
        anvil.awaitMined(deposit);
        assertThat(acme.balance("USDC")).isEqualTo("0.000000 + 0.000000");
        anvil.mine(CONFIRMATIONS - 1);
        awaitBalance("100.000000 + 0.000000");

        var payin = acme.api().get("/v1/transactions?type=CRYPTO_PAYIN").isOk();
        assertThat(payin.text("/data/0/amount")).isEqualTo("100.000000");
        assertThat(payin.text("/data/0/status")).isEqualTo("COMPLETED");
        assertThat(payin.text("/data/0/details/chainName")).isEqualTo("ETHEREUM_SEPOLIA");
        assertThat(payin.text("/data/0/details/chainTransactionId")).isEqualTo(deposit);
        assertThat(payin.text("/data/0/details/toAddress")).isEqualTo(address);
        assertThat(anvil.tokensOf(token, address)).isEqualTo(100_000_000);

        var quote = acme.api()
                .post("/v1/quotes", Body.of("accountId", acme.account(), "fromAsset", "USDC", "toAsset", "USD", "fromAmount", "60.000000"))
                .isOk()
                .text("/quoteId");
        acme.execute(quote).isOk();
        assertThat(acme.balance("USDC")).isEqualTo("40.000000 + 0.000000");

        var receiver = "0x00000000000000000000000000000000000de905";
        var payout = acme.payOut(acme.aCryptoPayout(acme.registerWallet(receiver), "40.000000")).isOk();
        anvil.awaitMined(payout.text("/txHash"));
        anvil.mine(CONFIRMATIONS);
        world.clock.advance(TURN);
        acme.awaitStatus(payout.text("/transactionId"), "COMPLETED");
        assertThat(anvil.tokensOf(token, receiver)).isEqualTo(40_000_000);
        assertThat(acme.balance("USDC")).isEqualTo("0.000000 + 0.000000");
    }

    @Test
    void a_reorganization_of_three_blocks_neither_loses_nor_doubles_a_deposit() {
        var address = addressOf(acme);
        anvil.mine(CONFIRMATIONS);
        anvil.awaitMined(anvil.mint(token, address, 5_000_000));
        anvil.mine(1);
        anvil.stopMining();
        anvil.reorganize(3);
        assertThat(anvil.tokensOf(token, address)).isZero();
        anvil.startMining();
        anvil.mine(CONFIRMATIONS);

        anvil.awaitMined(anvil.mint(token, address, 6_000_000));
        anvil.mine(CONFIRMATIONS);

        awaitBalance("6.000000 + 0.000000");
        assertThat(acme.api().get("/v1/transactions").isOk().texts("transactionId")).hasSize(1);
        assertThat(anvil.tokensOf(token, address)).isEqualTo(6_000_000);
    }

    /** In the other block it has another number among all events. */
    @Test
    void the_same_deposit_mined_again_in_another_block_is_credited_once() {
        var address = addressOf(acme);
        anvil.mine(CONFIRMATIONS);
        var deposit = anvil.mint(token, address, 5_000_000);
        anvil.awaitMined(deposit);
        var raw = anvil.rawOf(deposit);
        mineElsewhere(deposit, raw, CONFIRMATIONS - 1);
        anvil.mine(CONFIRMATIONS);

        awaitBalance("5.000000 + 0.000000");
        assertThat(acme.api().get("/v1/transactions").isOk().texts("transactionId")).hasSize(1);
        assertThat(anvil.tokensOf(token, address)).isEqualTo(5_000_000);
    }

    /** Deeper than the confirmations: what was final is not undone, and not repeated either. */
    @Test
    void a_deposit_that_is_mined_again_after_it_was_credited_is_not_credited_again() {
        var address = addressOf(acme);
        anvil.mine(CONFIRMATIONS);
        var deposit = anvil.mint(token, address, 5_000_000);
        anvil.awaitMined(deposit);
        var raw = anvil.rawOf(deposit);
        anvil.mine(CONFIRMATIONS);
        awaitBalance("5.000000 + 0.000000");

        mineElsewhere(deposit, raw, CONFIRMATIONS + 1);
        anvil.mine(CONFIRMATIONS);
        anvil.awaitMined(anvil.mint(token, address, 7_000_000));
        anvil.mine(CONFIRMATIONS);

        awaitBalance("12.000000 + 0.000000");
        assertThat(acme.api().get("/v1/transactions").isOk().texts("transactionId")).hasSize(2);
        assertThat(anvil.tokensOf(token, address)).isEqualTo(12_000_000);
    }

    private void mineElsewhere(String deposit, String raw, int depth) {
        anvil.stopMining();
        anvil.reorganize(depth);
        anvil.mintElsewhere(token);
        if (!anvil.isKnown(deposit)) {
            anvil.sendRaw(raw);
        }
        anvil.mine(1);
        anvil.startMining();
        assertThat(anvil.firstEventOf(deposit)).isEqualTo(1);
    }

    /** Both nodes read the chain. */
    @Test
    void two_nodes_credit_each_deposit_once(OtherNode otherNode) {
        assertThat(otherNode.api(acme.api()).get("/v1/accounts").isOk().text("/data/0/accountId")).isEqualTo(acme.account());
        var address = addressOf(acme);
        for (int i = 0; i < 10; i++) {
            anvil.awaitMined(anvil.mint(token, address, 2_000_000));
        }
        anvil.mine(CONFIRMATIONS);

        awaitBalance("20.000000 + 0.000000");
        assertThat(acme.api().get("/v1/transactions").isOk().texts("transactionId")).hasSize(10);
    }

    private void awaitBalance(String expected) {
        Await.until("the balance is " + expected, () -> acme.balance("USDC").equals(expected));
    }

    private static String fundingMethodOf(Customer customer) {
        var path = "/v1/accounts/" + customer.account();
        Await.until("the account has an address", () -> customer.api().get(path).isOk().json().at("/fundingMethods/0").isTextual());
        return customer.api().get(path).isOk().text("/fundingMethods/0");
    }

    private static String addressOf(Customer customer) {
        return customer.api().get("/v1/funding-methods/" + fundingMethodOf(customer)).isOk().text("/details/address");
    }
}

package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.testing.Anvil;
import dev.corridor.service.Await;
import dev.corridor.testing.model.Torture;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payouts from the request to the block of a real node. What is on the chain is read from the chain. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CryptoRailTest implements TestPropertyProvider {

    private static final Duration TURN = Duration.ofSeconds(6);
    private static final Duration REPLACE_AFTER = Duration.ofSeconds(61);
    private static final int CONFIRMATIONS = 3;
    private static final int MANY = Torture.rounds().isPresent() ? 500 : 30;
    private static final int CLIENTS = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long A_PAYOUT = 4_000_000;

    /** What an operator sees of a chain once it was used. */
    static final List<String> METRICS = List.of(
            "corridor_rails_sends_total",
            "corridor_rails_repairs_total",
            "corridor_rails_gas_gwei_total",
            "corridor_rails_receipts_total",
            "corridor_rails_deposits_behind_blocks",
            "corridor_rails_deposits_behind_seconds");

    private static final Pattern LOOKED_AT = Pattern.compile("corridor_rails_wallet_low\\{asset=\"coin\",rail=\"ETHEREUM_SEPOLIA\",?} 0");

    private Anvil anvil;
    private String token;
    private World world;
    private Customer acme;

    @Override
    public Map<String, String> getProperties() {
        anvil = Anvil.start();
        token = anvil.deployToken(1_000_000_000_000L);
        return Map.of(ServiceUnderTest.RAILS, RailFiles.write(anvil.uri(), token).toString());
    }

    @BeforeEach
    void fund(World given) {
        world = given;
        acme = world.newCustomer();
        acme.deposit("4000.000000", "USDC");
    }

    @AfterEach
    void everything_ends_and_the_books_agree_with_the_chain() {
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
    void a_payout_is_on_the_chain_by_the_hash_that_the_answer_has_and_completes_with_its_confirmations() {
        var receiver = "0x00000000000000000000000000000000000a11ce";

        var answer = payOutTo(receiver).isOk();

        assertThat(answer.text("/status")).isEqualTo("LOCKED");
        anvil.awaitMined(answer.text("/txHash"));
        assertThat(anvil.transfers(token)).contains(new Anvil.Transfer(answer.text("/txHash"), receiver, A_PAYOUT));
        var payout = answer.text("/transactionId");
        assertThat(hashOf(payout)).isEqualTo(answer.text("/txHash"));
        world.clock.advance(TURN);
        assertThat(acme.statusOf(payout)).isEqualTo("LOCKED");
        complete(payout);
        assertThat(acme.balance("USDC")).isEqualTo("3996.000000 + 0.000000");
    }

    @Test
    void what_the_wallet_cannot_cover_is_refused_and_the_money_is_back_at_once() {
        var rich = world.newCustomer();
        rich.deposit("2000000.000000", "USDC");
        long before = anvil.minedNonces();

        rich.payOut(rich.aCryptoPayout(rich.registerWallet(), "1900000.000000")).isError(502, "chain_send_failed");

        var refused = rich.api().get("/v1/transactions?limit=1").isOk().text("/data/0/transactionId");
        var dispatch = rich.api().get("/v1/transactions/" + refused).isOk();
        assertThat(dispatch.text("/dispatch/state")).isEqualTo("WITHDRAWN");
        assertThat(dispatch.text("/dispatch/lastReason")).isEqualTo("WALLET_SHORT");
        assertThat(rich.balance("USDC")).isEqualTo("2000000.000000 + 0.000000");
        assertThat(anvil.minedNonces()).isEqualTo(before);
    }

    @Test
    void a_receiver_that_the_token_refuses_is_refused_before_anything_is_sent() {
        var receiver = "0x0000000000000000000000000000000000000bad";
        anvil.refuse(token, receiver);
        long before = anvil.minedNonces();

        payOutTo(receiver).isError(502, "chain_send_failed");

        assertThat(acme.balance("USDC")).isEqualTo("4000.000000 + 0.000000");
        assertThat(anvil.minedNonces()).isEqualTo(before);
    }

    @Test
    void a_transfer_that_fails_on_the_chain_gives_the_money_back() {
        var receiver = "0x0000000000000000000000000000000000fa11ed";
        anvil.stopMining();
        var payout = payOutTo(receiver).isOk().text("/transactionId");
        anvil.setRefused(token, receiver);
        anvil.mine(CONFIRMATIONS);

        world.clock.advance(TURN);

        acme.awaitStatus(payout, "DECLINED");
        assertThat(acme.balance("USDC")).isEqualTo("4000.000000 + 0.000000");
        assertThat(anvil.tokensOf(token, receiver)).isZero();
    }

    /** A payout, a stuck one, and a token that goes back to the wallet. */
    @Test
    void an_operator_sees_what_happens_on_the_chain() {
        complete(payOutTo("0x0000000000000000000000000000000000e71e71").isOk().text("/transactionId"));
        anvil.stopMining();
        var stuck = payOutTo("0x0000000000000000000000000000000000e71e72").isOk().text("/transactionId");
        world.clock.advance(REPLACE_AFTER);
        var first = hashOf(stuck);
        Await.until("the payout is replaced", () -> !hashOf(stuck).equals(first));
        complete(stuck);
        anvil.startMining();
        anvil.awaitMined(anvil.mint(token, Anvil.WALLET, 1));
        anvil.mine(CONFIRMATIONS);

        Await.until("all is seen", () -> METRICS.stream().allMatch(metrics()::contains));
        Await.until("the wallet is looked at", () -> LOOKED_AT.matcher(metrics()).find());
        assertThat(metrics())
                .containsPattern("corridor_rails_sends_total\\{outcome=\"accepted\",rail=\"ETHEREUM_SEPOLIA\",?} [1-9]")
                .containsPattern("corridor_rails_repairs_total\\{rail=\"ETHEREUM_SEPOLIA\",repair=\"replaced\",?} [1-9]")
                .containsPattern("corridor_rails_receipts_total\\{outcome=\"suspended\",rail=\"ETHEREUM_SEPOLIA\",?} [1-9]")
                .containsPattern("corridor_rails_nodes_healthy\\{rail=\"ETHEREUM_SEPOLIA\",?} 1")
                .containsPattern("corridor_rails_wallet_balance\\{asset=\"USDC\",rail=\"ETHEREUM_SEPOLIA\",?} [1-9]")
                .doesNotContain(acme.organization(), acme.account());
    }

    private String metrics() {
        return world.stranger().bare("/prometheus").body();
    }

    @Test
    void a_request_that_is_repeated_has_the_hash_and_pays_once() {
        var receiver = "0x0000000000000000000000000000000000000e11";
        var named = acme.api().with("Idempotency-Key", "rail-1");
        var request = acme.aCryptoPayout(acme.registerWallet(receiver), "4.000000");

        var first = named.post("/v1/transactions/crypto-payouts", request).isOk();
        var second = named.post("/v1/transactions/crypto-payouts", request).isOk();

        assertThat(second.body()).isEqualTo(first.body());
        anvil.awaitMined(second.text("/txHash"));
        assertThat(anvil.tokensOf(token, receiver)).isEqualTo(A_PAYOUT);
    }

    @Test
    void a_stuck_payout_is_offered_more_for_and_arrives_once() {
        var receiver = "0x0000000000000000000000000000000000057ac4";
        anvil.stopMining();
        var answer = payOutTo(receiver).isOk();
        var payout = answer.text("/transactionId");

        world.clock.advance(REPLACE_AFTER);
        Await.until("the payout is replaced", () -> !hashOf(payout).equals(answer.text("/txHash")));
        complete(payout);

        assertThat(anvil.tokensOf(token, receiver)).isEqualTo(A_PAYOUT);
        assertThat(anvil.transfers(token)).contains(new Anvil.Transfer(hashOf(payout), receiver, A_PAYOUT));
    }

    @Test
    void a_payout_whose_nonce_another_transaction_has_is_sent_with_another_and_arrives_once() {
        var receiver = "0x00000000000000000000000000000000000e15e0";
        anvil.stopMining();
        var answer = payOutTo(receiver).isOk();
        anvil.drop(answer.text("/txHash"));
        anvil.send(Anvil.WALLET, Anvil.WALLET, "0x");
        anvil.mine(CONFIRMATIONS);

        var payout = answer.text("/transactionId");
        world.clock.advance(TURN);
        Await.until("the payout is sent anew", () -> !hashOf(payout).equals(answer.text("/txHash")));
        complete(payout);

        assertThat(anvil.tokensOf(token, receiver)).isEqualTo(A_PAYOUT);
    }

    @Test
    void a_reorganization_of_three_blocks_neither_loses_nor_doubles_a_payout() {
        var receiver = "0x000000000000000000000000000000000004e04a";
        anvil.mine(CONFIRMATIONS);
        var answer = payOutTo(receiver).isOk();
        var payout = answer.text("/transactionId");
        anvil.awaitMined(answer.text("/txHash"));
        anvil.mine(1);
        anvil.stopMining();
        anvil.reorganize(3);
        assertThat(anvil.tokensOf(token, receiver)).isZero();

        world.clock.advance(TURN);
        Await.until("the payout waits for a block again", () -> anvil.isKnown(hashOf(payout)));
        complete(payout);

        assertThat(anvil.tokensOf(token, receiver)).isEqualTo(A_PAYOUT);
    }

    @Test
    void many_payouts_at_once_through_two_nodes_use_each_nonce_once(OtherNode otherNode) throws Exception {
        long before = anvil.minedNonces();
        var wallet = acme.registerWallet("0x00000000000000000000000000000000000faced");
        var other = new Customer(otherNode.api(acme.api()), acme.organization(), acme.account());
        var answers = new ArrayList<Future<Answer>>();
        long begun = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < MANY; i++) {
                var node = i % 2 == 0 ? acme : other;
                answers.add(clients.submit(() -> node.payOut(node.aCryptoPayout(wallet, "4.000000"))));
            }
        }
        var payouts = new ArrayList<String>();
        for (var answer : answers) {
            payouts.add(answer.get().isOk().text("/transactionId"));
        }
        System.out.printf("%d payouts through two nodes: %d sends a second%n", MANY, MANY * NANOS_PER_SECOND / (System.nanoTime() - begun));

        anvil.mine(CONFIRMATIONS);
        world.clock.advance(TURN);
        payouts.forEach(this::complete);

        assertThat(anvil.tokensOf(token, "0x00000000000000000000000000000000000faced")).isEqualTo(MANY * A_PAYOUT);
        assertThat(anvil.minedNonces()).isEqualTo(before + MANY);
        assertThat(List.copyOf(payouts)).doesNotHaveDuplicates();
        assertThat(acme.balance("USDC")).endsWith(" + 0.000000");
    }

    /** Makes blocks, and gives the service its turns, until the payout is final. */
    private void complete(String payout) {
        Await.until(payout + " is COMPLETED", () -> {
            if (acme.statusOf(payout).equals("COMPLETED")) {
                return true;
            }
            anvil.mine(1);
            world.clock.advance(TURN);
            return false;
        });
    }

    private Answer payOutTo(String receiver) {
        return acme.payOut(acme.aCryptoPayout(acme.registerWallet(receiver), "4.000000"));
    }

    private String hashOf(String payout) {
        return acme.api().get("/v1/transactions/" + payout).isOk().text("/details/txHash");
    }
}

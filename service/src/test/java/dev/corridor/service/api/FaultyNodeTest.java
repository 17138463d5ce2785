package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.testing.Anvil;
import dev.corridor.chain.testing.FaultyNode;
import dev.corridor.service.Await;
import dev.corridor.testing.model.Torture;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payouts over a node that loses, delays, doubles, confuses and denies calls. The chain itself says what was paid. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyNodeTest implements TestPropertyProvider {

    private static final Duration TURN = Duration.ofMinutes(6);
    private static final int LATE_MILLIS = 2_500;
    private static final int PAYOUTS = Torture.rounds().orElse(12);
    private static final int FAULTS_PERCENT = 12;

    private Anvil anvil;
    private FaultyNode node;
    private String token;

    @Override
    public Map<String, String> getProperties() {
        anvil = Anvil.start();
        token = anvil.deployToken(1_000_000_000_000L);
        long seed = new Random().nextLong();
        System.out.println("The node's faults have the seed " + seed);
        node = FaultyNode.before(anvil, LATE_MILLIS, seed);
        return Map.of(ServiceUnderTest.RAILS, RailFiles.write(node.uri(), token).toString());
    }

    @AfterAll
    void stop() {
        if (anvil != null) {
            node.close();
            anvil.close();
        }
    }

    @Test
    void each_payout_is_on_the_chain_once_or_not_at_all_and_the_books_agree(World world) {
        var acme = world.newCustomer();
        acme.deposit("4000.000000", "USDC");
        var amounts = new HashMap<String, Long>();
        node.fail(FAULTS_PERCENT);
        for (int i = 1; i <= PAYOUTS; i++) {
            var wallet = acme.registerWallet("0x00000000000000000000000000000000%08x".formatted(0xa0000 + i));
            acme.payOut(acme.aCryptoPayout(wallet, i % 9 + 1 + ".000000"));
            var payout = acme.api().get("/v1/transactions?limit=1").isOk();
            amounts.put(payout.text("/data/0/transactionId"), (i % 9 + 1) * 1_000_000L);
            world.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(node.faults()).isPositive();

        node.fail(0);
        Await.until("nothing is LOCKED", () -> {
            anvil.mine(1);
            world.clock.advance(TURN);
            return acme.balance("USDC").endsWith(" + 0.000000");
        });

        long paid = 0;
        var transfers = anvil.transfers(token);
        for (var payout : amounts.keySet()) {
            var read = acme.api().get("/v1/transactions/" + payout).isOk();
            var receiver = read.text("/details/toAddress");
            var onChain = transfers.stream().filter(transfer -> transfer.to().equals(receiver)).toList();
            if (read.text("/status").equals("COMPLETED")) {
                assertThat(onChain).containsExactly(new Anvil.Transfer(read.text("/details/txHash"), receiver, amounts.get(payout)));
                paid += amounts.get(payout);
            } else {
                assertThat(read.text("/status")).isEqualTo("DECLINED");
                assertThat(onChain).isEmpty();
            }
        }
        assertThat(anvil.tokensOf(token, Anvil.WALLET)).isEqualTo(1_000_000_000_000L - paid);
        assertThat(anvil.minedNonces()).isEqualTo(transfers.size());
        world.assertThatTheBooksAddUp();
    }
}

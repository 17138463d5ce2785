package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corridor.chain.testing.Anvil;
import dev.corridor.chain.testing.FaultyNode;
import dev.corridor.service.Await;
import dev.corridor.service.api.RailFiles;
import dev.corridor.service.blackbox.Client.Answer;
import dev.corridor.testing.model.Torture;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service at its calls of a node, each kind of call in its turn, before the node has carried it out or after, while the connection to the node
 * fails by itself too. Which moment is the first is left to chance, so short runs meet different ones. While the service is down, a deposit arrives. The
 * chain itself says what was paid and received: each payout once or not at all.
 */
class ChainCrashIT {

    /** What a payout asks of a node, from the first look to the last, and what deposits ask. */
    private static final List<String> CALLS = List.of(
            "eth_sendRawTransaction",
            "eth_estimateGas",
            "eth_maxPriorityFeePerGas",
            "eth_call",
            "eth_getTransactionReceipt",
            "eth_getBlockByNumber",
            "eth_blockNumber",
            "eth_getLogs");

    private static final int ROUNDS = 1;
    private static final int PAYOUTS = 5;
    private static final int FAULTS_PERCENT = 5;
    private static final int LATE_MILLIS = 2_500;
    private static final int CONFIRMATIONS = 3;

    /** Payouts that the faults keep from the chain make fewer calls than there are payouts. */
    private static final int MOST_CALLS_BEFORE = 2;

    /** A call that does not come by then is not waited for: the crash comes without it. */
    private static final Duration CRASHES_WITHIN = Duration.ofSeconds(15);

    private static final long MINTED = 1_000_000_000_000L;
    private static final long DEPOSITED = 3_000_000;
    private static final long MILLION = 1_000_000;

    private final Random random = new Random();
    private final List<String> paid = new ArrayList<>();

    @TempDir
    private Path directory;

    private Anvil anvil;
    private FaultyNode node;
    private String token;
    private Corridor corridor;
    private Serving service;
    private long received;
    private int payoutsMade;

    @BeforeEach
    void a_service_is_connected_to_a_chain() throws Exception {
        anvil = Anvil.start();
        token = anvil.deployToken(MINTED);
        anvil.mine(CONFIRMATIONS);
        node = FaultyNode.before(anvil, LATE_MILLIS, random.nextLong());
        corridor = Corridor.in(directory).with("CORRIDOR_RAILS", RailFiles.write(node.uri(), token).toString());
        service = corridor.serve();
    }

    @AfterEach
    void stop() throws Exception {
        if (service != null) {
            service.close();
        }
        if (anvil != null) {
            node.close();
            anvil.close();
        }
    }

    @Test
    void each_payout_is_on_the_chain_once_or_not_at_all_and_the_books_agree() throws Exception {
        int rounds = Torture.rounds().orElse(ROUNDS);
        int first = random.nextInt(2 * CALLS.size());
        var coins = anvil.coinsOf(Anvil.WALLET);
        deposit();
        try {
            for (int round = 0; round < rounds; round++) {
                int moment = first + round;
                crash(CALLS.get(moment / 2 % CALLS.size()), moment % 2 == 1);
                System.out.printf("%d crashes: %d payouts asked for, %d on the chain; %d faults%n", round + 1, payoutsMade, paid.size(),
                        node.faults());
            }
        } catch (Exception | AssertionError e) {
            System.out.println(service.log());
            throw e;
        }
        assertThat(paid).doesNotHaveDuplicates();
        assertThat(anvil.minedNonces()).isEqualTo(paid.size());
        service.close();
        var verified = corridor.run("verify-books");
        assertThat(verified.output()).isEmpty();
        assertThat(verified.exitCode()).isZero();
        assertThat(gasBooked()).isEqualTo(coins.subtract(anvil.coinsOf(Anvil.WALLET)));
    }

    /** By the simulation of the sandbox, so that there is something to be paid out. */
    private void deposit() throws Exception {
        var deposit = """
                {"accountId":"%s","asset":"USDC","amount":"100000.000000"}""".formatted(service.printedAccount());
        assertThat(service.client().post("/v1/sandbox/deposits", deposit).status()).isEqualTo(200);
    }

    private record Request(String receiver, String json, String key) {}

    private void crash(String call, boolean isAfter) throws Exception {
        var victim = service;
        var requests = requests(victim.client());
        var address = depositAddress(victim);
        long before = units("amount");
        var killed = new CountDownLatch(1);
        node.fail(FAULTS_PERCENT);
        node.interrupt(call, random.nextInt(MOST_CALLS_BEFORE), isAfter, () -> {
            kill(victim);
            killed.countDown();
        });
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.forEach(request -> clients.submit(() -> victim.client().post("/v1/transactions/crypto-payouts", request.json(), request.key())));
            long begun = System.nanoTime();
            Await.until("it crashes at " + call, () -> {
                anvil.mine(1);
                return killed.getCount() == 0 || System.nanoTime() - begun > CRASHES_WITHIN.toNanos();
            });
            kill(victim);
        }
        anvil.awaitMined(anvil.mint(token, address, DEPOSITED));
        anvil.mine(CONFIRMATIONS);
        received += DEPOSITED;

        service = corridor.serve();
        node.fail(0);
        for (var request : requests) {
            service.client().post("/v1/transactions/crypto-payouts", request.json(), request.key());
        }
        Await.until("nothing is LOCKED after a crash at " + call, () -> {
            anvil.mine(1);
            return units("locked") == 0;
        });
        long paidNow = assertThatTheChainAgrees(requests);
        Await.until("the deposit of the downtime is credited", () -> units("amount") == before - paidNow + DEPOSITED);
        assertThat(anvil.tokensOf(token, address)).isEqualTo(received);
        try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            assertThat(owner.differences()).isEmpty();
        }
    }

    private static void kill(Serving victim) {
        try {
            victim.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each pays an address of its own. */
    private List<Request> requests(Client client) throws Exception {
        var requests = new ArrayList<Request>();
        for (int i = 0; i < PAYOUTS; i++) {
            payoutsMade++;
            var receiver = "0x00000000000000000000000000000000%08x".formatted(0xc0000 + payoutsMade);
            var wallet = client.post("/v1/beneficiaries/crypto", """
                    {"accountId":"%s","nickname":"Supplier","chainName":"ETHEREUM_SEPOLIA","address":"%s"}"""
                    .formatted(service.printedAccount(), receiver)).text("beneficiaryId");
            var json = """
                    {"accountId":"%s","beneficiaryId":"%s","amount":"%d.000000","asset":"USDC","chainName":"ETHEREUM_SEPOLIA"}"""
                    .formatted(service.printedAccount(), wallet, payoutsMade % 9 + 1);
            requests.add(new Request(receiver, json, UUID.randomUUID().toString()));
        }
        return requests;
    }

    /** Answers the units that were paid. A request that was declined before the crash may have been granted when it was repeated, so once at most. */
    private long assertThatTheChainAgrees(List<Request> requests) throws Exception {
        var payouts = service.client().get("/v1/transactions?type=CRYPTO_PAYOUT&limit=100").body().path("data");
        var transfers = anvil.transfers(token);
        long units = 0;
        for (var request : requests) {
            var completed = completed(payouts, request.receiver());
            var expected = completed.stream()
                    .map(payout -> new Anvil.Transfer(payout.at("/details/txHash").asText(), request.receiver(), unitsOf(payout.path("amount"))))
                    .toList();
            assertThat(expected).hasSizeLessThan(2);
            assertThat(transfers.stream().filter(transfer -> transfer.to().equals(request.receiver()))).containsExactlyElementsOf(expected);
            expected.forEach(transfer -> paid.add(transfer.hash()));
            units += expected.stream().mapToLong(Anvil.Transfer::units).sum();
        }
        return units;
    }

    private static List<JsonNode> completed(JsonNode payouts, String receiver) {
        var completed = new ArrayList<JsonNode>();
        payouts.forEach(payout -> {
            if (payout.at("/details/toAddress").asText().equalsIgnoreCase(receiver)) {
                assertThat(payout.path("status").asText()).isIn("COMPLETED", "DECLINED");
                if (payout.path("status").asText().equals("COMPLETED")) {
                    completed.add(payout);
                }
            }
        });
        return completed;
    }

    private String depositAddress(Serving running) throws Exception {
        var account = "/v1/accounts/" + running.printedAccount();
        Await.until("the account has an address", () -> running.client().get(account).body().at("/fundingMethods/0").isTextual());
        var method = running.client().get(account).body().at("/fundingMethods/0").asText();
        return running.client().get("/v1/funding-methods/" + method).body().at("/details/address").asText();
    }

    private long units(String part) throws IOException, InterruptedException {
        Answer balance = service.client().get("/v1/accounts/" + service.printedAccount() + "/balances/USDC");
        assertThat(balance.status()).isEqualTo(200);
        return unitsOf(balance.body().path(part));
    }

    private static long unitsOf(JsonNode amount) {
        return new BigDecimal(amount.asText()).multiply(BigDecimal.valueOf(MILLION)).longValueExact();
    }

    /** As the operator sees it. */
    private BigInteger gasBooked() throws Exception {
        var json = new ObjectMapper();
        var gas = corridor.run("gas");
        assertThat(gas.exitCode()).as(gas.errors()).isZero();
        var units = BigInteger.ZERO;
        for (var line : gas.output().lines().toList()) {
            units = units.add(new BigInteger(json.readTree(line).path("units").asText()));
        }
        return units;
    }
}

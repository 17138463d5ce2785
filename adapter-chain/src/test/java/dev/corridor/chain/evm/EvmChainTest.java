package dev.corridor.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Obstacle;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.chain.testing.Anvil;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real node. The checks read its chain by themselves. */
class EvmChainTest {

    private static final String RECEIVER = "0x00000000000000000000000000000000000a11ce";
    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final BigInteger MAX_FEE = new BigInteger("500000000000");

    private Anvil anvil;
    private String token;
    private EvmChain chain;

    @BeforeEach
    void start() {
        anvil = Anvil.start();
        token = anvil.deployToken(1_000_000_000);
        chain = connected(anvil.uri());
    }

    @AfterEach
    void stop() {
        if (anvil != null) {
            anvil.close();
        }
    }

    private EvmChain connected(URI... nodes) {
        return connected(Anvil.CHAIN_ID, nodes);
    }

    private EvmChain connected(long chainId, URI... nodes) {
        var settings = new EvmSettings(
                ChainName.ETHEREUM_SEPOLIA,
                List.of(nodes),
                chainId,
                2,
                Map.of(Asset.USDC, token),
                MAX_FEE,
                Duration.ofMinutes(1),
                Duration.ofSeconds(5));
        return new EvmChain(settings, new PrivateKey(Hex.bytes(Anvil.KEY)));
    }

    @Test
    void a_transfer_arrives_and_is_final_with_its_confirmations() {
        var signed = sign("5.000000");
        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.ABSENT);

        assertThat(chain.send(signed)).isEqualTo(Sending.ACCEPTED);
        anvil.awaitMined(signed.txHash());

        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.PENDING);
        anvil.mine(1);
        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.CONFIRMED);
        assertThat(anvil.transfers(token)).containsExactly(new Anvil.Transfer(signed.txHash(), RECEIVER, 5_000_000));
    }

    /** Of a node that is asked nothing else: whatever it answers, the transfer's calls are in the trace of its transaction. */
    @Test
    void calls_about_a_transfer_belong_to_the_trace_of_its_transaction() throws IOException {
        var signed = sign("5.000000");
        var traces = new ConcurrentHashMap<String, String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var call = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var method = call.replaceAll(".*\"method\":\"(\\w+)\".*", "$1");
                traces.put(method, Optional.ofNullable(exchange.getRequestHeaders().getFirst("traceparent")).orElse(""));
                var answer = call
                        .replaceAll(".*\"id\":(\\d+).*", "{\"jsonrpc\":\"2.0\",\"id\":$1,\"result\":\"0x" + Long.toHexString(Anvil.CHAIN_ID) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        try {
            connected(URI.create("http://127.0.0.1:" + server.getAddress().getPort())).send(signed);
        } finally {
            server.stop(0);
        }

        assertThat(traces.get("eth_sendRawTransaction"))
                .matches("00-" + signed.transfer().transaction().toString().substring("txn_".length()) + "-[0-9a-f]{16}-01");
    }

    @Test
    void the_same_bytes_take_effect_once() {
        var signed = sign("5.000000");
        anvil.stopMining();

        assertThat(chain.send(signed)).isEqualTo(Sending.ACCEPTED);
        assertThat(chain.send(signed)).isEqualTo(Sending.ACCEPTED);
        anvil.mine(2);
        assertThat(chain.send(signed)).isEqualTo(Sending.UNKNOWN);

        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.CONFIRMED);
        assertThat(anvil.transfers(token)).hasSize(1);
    }

    @Test
    void what_the_wallet_or_the_token_cannot_do_is_an_obstacle() {
        assertThat(chain.obstacle(transfer("1000.000000"))).isEmpty();
        assertThat(reasonOf(transfer("1000.000001"))).contains(DispatchReason.WALLET_SHORT);
        assertThat(reasonOf(new ChainTransfer(
                new TransactionId(new UUID(1, 2)),
                new OrganizationId(new UUID(3, 4)),
                ChainName.ETHEREUM_SEPOLIA,
                RECEIVER,
                Money.of("1.000000", Asset.USDT)))).contains(DispatchReason.ASSET_NOT_CONNECTED);

        anvil.refuse(token, RECEIVER);
        assertThat(chain.obstacle(transfer("1.000000"))).hasValueSatisfying(obstacle -> {
            assertThat(obstacle.reason()).isEqualTo(DispatchReason.REFUSED);
            assertThat(obstacle.detail()).contains("receiver is refused");
        });
    }

    @Test
    void a_wallet_without_gas_and_a_network_beyond_the_bound_are_obstacles() {
        anvil.setBalance(Anvil.WALLET, 1000);
        assertThat(reasonOf(transfer("1.000000"))).contains(DispatchReason.WALLET_SHORT);

        anvil.setNextBaseFee(600_000_000_000L);
        anvil.mine(1);
        assertThat(reasonOf(transfer("1.000000"))).contains(DispatchReason.FEE_TOO_HIGH);
    }

    @Test
    void payouts_under_way_are_taken_off_what_the_wallet_holds() {
        anvil.stopMining();
        chain.send(chain.sign(transfer("999.000000"), 0, NOON));

        assertThat(reasonOf(transfer("2.000000"))).contains(DispatchReason.WALLET_SHORT);
        assertThat(chain.firstNonce(ChainName.ETHEREUM_SEPOLIA)).isEqualTo(1);
    }

    @Test
    void a_transfer_that_the_token_refuses_on_the_chain_has_failed() {
        var signed = sign("5.000000");
        anvil.refuse(token, RECEIVER);

        chain.send(signed);
        anvil.awaitMined(signed.txHash());
        anvil.mine(1);

        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.FAILED);
        assertThat(anvil.transfers(token)).isEmpty();
    }

    @Test
    void what_a_transaction_has_cost_is_what_the_wallet_has_less_moved_anything_or_not() {
        var before = anvil.coinsOf(Anvil.WALLET);
        var moved = sign("5.000000");
        chain.send(moved);
        anvil.awaitMined(moved.txHash());
        anvil.refuse(token, RECEIVER);
        var failed = chain.sign(transfer("5.000000"), 1, NOON);
        chain.send(failed);
        anvil.awaitMined(failed.txHash());

        var cost = chain.cost(moved).orElseThrow().add(chain.cost(failed).orElseThrow());

        assertThat(cost).isPositive().isEqualTo(before.subtract(anvil.coinsOf(Anvil.WALLET)));
        assertThatThrownBy(() -> chain.cost(chain.sign(transfer("1.000000"), 2, NOON))).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_transfer_of_a_nonce_that_another_transaction_has_is_displaced_once_that_is_final() {
        var signed = sign("5.000000");
        anvil.mine(40);
        anvil.awaitMined(anvil.send(Anvil.WALLET, RECEIVER, "0x"));

        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.ABSENT);
        anvil.mine(1);
        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.DISPLACED);
        anvil.mine(77);
        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.DISPLACED);
        assertThat(chain.send(signed)).isEqualTo(Sending.UNKNOWN);
    }

    @Test
    void a_stuck_transfer_is_replaced_and_the_replacement_displaces_it() {
        anvil.stopMining();
        var first = sign("5.000000");
        chain.send(first);
        assertThat(chain.fate(first, NOON)).isEqualTo(Fate.PENDING);
        assertThat(chain.fate(first, LATER)).isEqualTo(Fate.STUCK);

        var second = chain.replace(first, LATER).orElseThrow();

        assertThat(second.nonce()).isEqualTo(first.nonce());
        assertThat(second.attempt()).isEqualTo(1);
        assertThat(chain.send(second)).isEqualTo(Sending.ACCEPTED);
        anvil.mine(2);
        assertThat(chain.fate(second, LATER)).isEqualTo(Fate.CONFIRMED);
        assertThat(chain.fate(first, LATER)).isEqualTo(Fate.DISPLACED);
        assertThat(anvil.transfers(token)).containsExactly(new Anvil.Transfer(second.txHash(), RECEIVER, 5_000_000));
    }

    @Test
    void more_is_offered_up_to_the_bound_only() {
        var offered = sign("5.000000");
        BigInteger last = BigInteger.ZERO;
        for (var next = chain.replace(offered, NOON); next.isPresent(); next = chain.replace(offered, NOON)) {
            offered = next.get();
            last = Eip1559Transaction.parse(Hex.bytes(offered.raw())).maxFee();
        }

        assertThat(offered.attempt()).isEqualTo(9);
        assertThat(last).isLessThanOrEqualTo(MAX_FEE);
        anvil.setNextBaseFee(400_000_000_000L);
        anvil.mine(1);
        assertThat(chain.replace(chain.sign(transfer("1.000000"), 1, NOON), NOON)).isEmpty();
    }

    @Test
    void a_transfer_behind_a_missing_nonce_is_not_stuck() {
        anvil.stopMining();
        var second = chain.sign(transfer("5.000000"), 1, NOON);

        assertThat(chain.send(second)).isEqualTo(Sending.ACCEPTED);

        assertThat(chain.fate(second, LATER)).isEqualTo(Fate.PENDING);
    }

    @Test
    void a_reorganization_takes_a_transfer_off_the_chain_and_it_can_be_sent_again() {
        var signed = sign("5.000000");
        chain.send(signed);
        anvil.awaitMined(signed.txHash());
        assertThat(anvil.transfers(token)).hasSize(1);

        anvil.reorganize(1);
        assertThat(chain.fate(signed, NOON)).isIn(Fate.ABSENT, Fate.PENDING);

        chain.send(signed);
        anvil.awaitMined(signed.txHash());
        anvil.mine(1);
        assertThat(chain.fate(signed, NOON)).isEqualTo(Fate.CONFIRMED);
        assertThat(anvil.transfers(token)).hasSize(1);
    }

    @Test
    void another_node_takes_the_place_of_one_that_is_down_but_one_of_two_cannot_say_what_is_final() {
        var pair = connected(NOBODY, anvil.uri());
        var signed = pair.sign(transfer("5.000000"), 0, NOON);

        assertThat(pair.obstacle(transfer("5.000000"))).isEmpty();
        assertThat(pair.send(signed)).isEqualTo(Sending.ACCEPTED);
        anvil.awaitMined(signed.txHash());
        anvil.mine(1);
        assertThat(pair.fate(signed, NOON)).isEqualTo(Fate.PENDING);
        assertThat(connected(NOBODY, anvil.uri(), anvil.uri()).fate(signed, NOON)).isEqualTo(Fate.CONFIRMED);
    }

    @Test
    void without_a_node_of_the_chain_nothing_is_known() {
        var signed = sign("5.000000");
        for (var none : List.of(connected(NOBODY), connected(1, anvil.uri()))) {
            assertThatThrownBy(() -> none.obstacle(transfer("5.000000"))).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> none.fate(signed, NOON)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> none.sign(transfer("5.000000"), 0, NOON)).isInstanceOf(Unavailable.class);
            assertThat(none.send(signed)).isEqualTo(Sending.UNKNOWN);
        }
        assertThat(anvil.transfers(token)).isEmpty();
    }

    @Test
    void a_chain_serves_no_other() {
        assertThatThrownBy(() -> chain.requireConnected(ChainName.BASE_SEPOLIA))
                .isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.error()).isInstanceOf(Forbidden.class));
    }

    private Optional<DispatchReason> reasonOf(ChainTransfer transfer) {
        return chain.obstacle(transfer).map(Obstacle::reason);
    }

    private SignedTransfer sign(String amount) {
        return chain.sign(transfer(amount), 0, NOON);
    }

    private static ChainTransfer transfer(String amount) {
        return new ChainTransfer(
                new TransactionId(new UUID(1, 2)),
                new OrganizationId(new UUID(3, 4)),
                ChainName.ETHEREUM_SEPOLIA,
                RECEIVER,
                Money.of(amount, Asset.USDC));
    }
}

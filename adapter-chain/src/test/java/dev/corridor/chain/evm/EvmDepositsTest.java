package dev.corridor.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.funding.port.DepositChain.Incoming;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.chain.testing.Anvil;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against real nodes. */
class EvmDepositsTest {

    private static final ExtendedPublicKey KEY = ExtendedPublicKey.parse(
            "xpub6Ce9NcJvTk372KjsGfWqbcex5DumjpNquQLApoeQUavSCjEc823BV1tb4rXUuPuht8h2hSxkg2EXUaKUJmniJvRZAELxypsCzBFdtosmV76");
    private static final String NOBODY = "0x0000000000000000000000000000000000000000";
    private static final URI DOWN = URI.create("http://127.0.0.1:1");
    private static final int CONFIRMATIONS = 3;

    private Anvil anvil;
    private String token;
    private EvmDeposits deposits;

    @BeforeEach
    void start() {
        anvil = Anvil.start();
        token = anvil.deployToken(1_000_000_000);
        deposits = connected(anvil.uri());
    }

    @AfterEach
    void stop() {
        if (anvil != null) {
            anvil.close();
        }
    }

    private EvmDeposits connected(URI... nodes) {
        var settings = new EvmSettings(
                ChainName.ETHEREUM_SEPOLIA,
                List.of(nodes),
                Anvil.CHAIN_ID,
                CONFIRMATIONS,
                Map.of(Asset.USDC, token),
                BigInteger.TEN.pow(12),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5));
        return new EvmDeposits(settings, KEY, Anvil.WALLET);
    }

    @Test
    void what_has_its_confirmations_is_final() {
        long before = deposits.lastFinal();

        anvil.mine(5);

        assertThat(deposits.lastFinal()).isEqualTo(before + 5);
    }

    @Test
    void transfers_to_the_addresses_are_found_with_all_that_the_chain_says() {
        var mine = KEY.address(0);
        long from = height() + 1;
        var hash = anvil.mint(token, mine, 5_000_000);
        anvil.awaitMined(hash);
        anvil.awaitMined(anvil.mint(token, KEY.address(1), 7_000_000));
        anvil.awaitMined(anvil.mint(token, mine, 0));

        var found = deposits.transfers(List.of(mine), from, height());

        assertThat(found).singleElement().satisfies(incoming -> {
            assertThat(incoming.txHash()).isEqualTo(hash);
            assertThat(incoming.value()).isEqualTo(new Value.Known(Money.of("5.000000", Asset.USDC)));
            assertThat(incoming.payer()).isEqualTo(NOBODY);
            assertThat(incoming.payee()).isEqualTo(mine);
            assertThat(incoming.block()).isEqualTo(from);
            assertThat(incoming.blockTime()).isNotNull();
        });
    }

    @Test
    void a_token_that_is_not_configured_is_foreign() {
        var other = anvil.deployToken(1);
        long from = height() + 1;
        anvil.awaitMined(anvil.mint(other, KEY.address(0), 9));

        assertThat(deposits.transfers(List.of(KEY.address(0)), from, height())).extracting(Incoming::value).singleElement()
                .satisfies(value -> assertThat((Value.Foreign) value).satisfies(foreign -> {
                    assertThat(foreign.asset()).isEqualToIgnoringCase(other);
                    assertThat(foreign.units()).isEqualTo(9);
                }));
    }

    @Test
    void nodes_that_disagree_or_are_too_few_or_behind_say_nothing() {
        long from = height();
        anvil.awaitMined(anvil.mint(token, KEY.address(0), 5_000_000));
        try (var fork = Anvil.start()) {
            fork.mine(20);
            var both = connected(anvil.uri(), fork.uri());

            assertThatThrownBy(() -> both.transfers(List.of(KEY.address(0)), from, from + 1)).isInstanceOf(Unavailable.class);
            assertThat(connected(anvil.uri(), anvil.uri(), fork.uri()).transfers(List.of(KEY.address(0)), from, from + 1)).hasSize(1);
        }
        assertThatThrownBy(() -> connected(anvil.uri(), DOWN).lastFinal()).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> deposits.transfers(List.of(KEY.address(0)), from, height() + 1)).isInstanceOf(Unavailable.class);
    }

    @Test
    void what_a_reorganization_has_taken_back_is_not_there() {
        var address = KEY.address(0);
        anvil.mine(CONFIRMATIONS);
        long from = height() + 1;
        anvil.awaitMined(anvil.mint(token, address, 5_000_000));
        anvil.mine(1);
        anvil.stopMining();

        anvil.reorganize(3);

        assertThat(deposits.transfers(List.of(address), from, height())).isEmpty();
    }

    private long height() {
        return deposits.lastFinal() + CONFIRMATIONS - 1;
    }
}

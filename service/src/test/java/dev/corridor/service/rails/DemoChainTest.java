package dev.corridor.service.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.testing.Anvil;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code ./corridor demo-chain} hands to the service. */
class DemoChainTest {

    @Test
    void its_file_connects_the_wallet_that_has_the_token() {
        var problems = new ArrayList<String>();

        var rails = RailsFile.read(Path.of("..", "adapter-chain", "demo", "rails.yaml"), Environment.SANDBOX, Map.of(), problems::add);

        assertThat(problems).isEmpty();
        var connection = rails.chains().get(ChainName.ETHEREUM_SEPOLIA);
        assertThat(connection.signer().address()).isEqualTo(Anvil.WALLET);
        assertThat(connection.deposits()).isPresent();
        assertThat(connection.settings().chainId()).isEqualTo(Anvil.CHAIN_ID);
        try (var anvil = Anvil.start()) {
            assertThat(connection.settings().tokens()).isEqualTo(Map.of(Asset.USDC, anvil.deployToken(1)));
        }
    }
}

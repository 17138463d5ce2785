package dev.corridor.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedChainTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final String ORDINARY = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    private final SimulatedChain chain = new SimulatedChain(Duration.ofSeconds(15));

    @ParameterizedTest
    @CsvSource({
        ORDINARY + ", ACCEPTED, 15, CONFIRMED",
        SimulatedChain.SETTLES_LATE + ", ACCEPTED, 60, CONFIRMED",
        SimulatedChain.TIMES_OUT + ", UNKNOWN, 15, CONFIRMED",
        SimulatedChain.FAILS + ", ACCEPTED, 15, FAILED",
    })
    void every_address_has_its_fate(String address, Sending sending, int seconds, Fate fate) {
        var transfer = chain.sign(transferTo(address), 0, NOON);

        assertThat(chain.send(transfer)).isEqualTo(sending);
        assertThat(chain.fate(transfer, NOON.plusSeconds(seconds).minusMillis(1))).isEqualTo(Fate.PENDING);
        assertThat(chain.fate(transfer, NOON.plusSeconds(seconds))).isEqualTo(fate);
    }

    @Test
    void a_refused_transfer_is_never_known_to_the_chain() {
        var transfer = chain.sign(transferTo(SimulatedChain.REFUSES), 0, NOON);

        assertThat(chain.send(transfer)).isEqualTo(Sending.REFUSED);
        assertThat(chain.fate(transfer, NOON.plusSeconds(3600))).isEqualTo(Fate.ABSENT);
    }

    @Test
    void the_same_order_has_the_same_bytes_and_another_one_another_hash() {
        var order = transferTo(ORDINARY);

        SignedTransfer transfer = chain.sign(order, 0, NOON);

        assertThat(chain.sign(order, 0, NOON)).isEqualTo(transfer);
        assertThat(chain.sign(transferTo(SimulatedChain.FAILS), 0, NOON).txHash()).isNotEqualTo(transfer.txHash());
        assertThat(transfer.txHash()).matches("0x[0-9a-f]{64}");
    }

    @Test
    void time_does_not_run_backwards() {
        assertThatThrownBy(() -> new SimulatedChain(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ChainTransfer transferTo(String address) {
        return new ChainTransfer(
                new TransactionId(new UUID(1, 2)),
                new OrganizationId(new UUID(3, 4)),
                ChainName.ETHEREUM_SEPOLIA,
                address,
                Money.of("5.000000", Asset.USDC));
    }
}

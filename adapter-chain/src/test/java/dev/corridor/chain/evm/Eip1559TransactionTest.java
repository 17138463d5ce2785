package dev.corridor.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.digest.Keccak256;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class Eip1559TransactionTest {

    private static final PrivateKey KEY = new PrivateKey(new byte[]{7});

    private final Eip1559Transaction transaction = new Eip1559Transaction(
            1,
            0,
            BigInteger.valueOf(2_000_000_000L),
            BigInteger.valueOf(30_000_000_000L),
            BigInteger.valueOf(65_000),
            "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48",
            Erc20.transfer("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", BigInteger.valueOf(5_000_000)));

    /** By the rules of RLP: 02, a list of nine fields, and each number without leading zeros. */
    @Test
    void what_is_signed_is_written_field_by_field() {
        assertThat(Hex.of(transaction.message()))
                .isEqualTo("0x02f86d"
                        + "01"
                        + "80"
                        + "8477359400"
                        + "8506fc23ac00"
                        + "82fde8"
                        + "94a0b86991c6218b36c1d19d4a2e9eb0ce3606eb48"
                        + "80"
                        + "b844a9059cbb"
                        + "0000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed"
                        + "00000000000000000000000000000000000000000000000000000000004c4b40"
                        + "c0");
    }

    @Test
    void what_was_signed_can_be_read_again() {
        var signed = transaction.signed(KEY.sign(transaction.message()));

        assertThat(Eip1559Transaction.parse(signed)).isEqualTo(transaction);
        assertThat(Eip1559Transaction.hashOf(signed)).isEqualTo(Hex.of(Keccak256.of(signed)));
    }

    @Test
    void more_can_be_offered_for_the_same() {
        var more = transaction.withFees(BigInteger.TWO, BigInteger.TEN);

        assertThat(more).isNotEqualTo(transaction);
        assertThat(more.withFees(transaction.maxPriorityFee(), transaction.maxFee())).isEqualTo(transaction);
    }
}

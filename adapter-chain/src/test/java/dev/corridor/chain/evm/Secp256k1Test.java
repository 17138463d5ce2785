package dev.corridor.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.evm.Secp256k1.Signature;
import dev.corridor.domain.digest.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Secp256k1Test {

    private static final BigInteger ORDER = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    /** Source: EIP-155, its example. */
    @Test
    void the_example_of_eip_155_is_signed_as_there() {
        var key = new BigInteger("4646464646464646464646464646464646464646464646464646464646464646", 16);
        var digest = Hex.bytes("0xdaf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53");

        var signature = Secp256k1.sign(digest, key);

        assertThat(signature)
                .isEqualTo(new Signature(
                        0,
                        new BigInteger("28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276", 16),
                        new BigInteger("67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83", 16)));
    }

    /** Source: the vectors for RFC 6979 with secp256k1 that Bitcoin's and Trezor's libraries share. */
    @Test
    void the_random_number_is_that_of_rfc_6979() {
        var signature = Secp256k1.sign(Sha256.of("Satoshi Nakamoto".getBytes(StandardCharsets.US_ASCII)), BigInteger.ONE);

        assertThat(signature.r()).isEqualTo(new BigInteger("934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8", 16));
        assertThat(signature.s()).isEqualTo(new BigInteger("2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5", 16));
    }

    /** Source: the address of the private key 1, known to everybody. */
    @Test
    void a_key_has_its_address() {
        assertThat(Secp256k1.addressOf(BigInteger.ONE)).isEqualTo("0x7e5f4552091a69125d5dfcb7b8c2659029395bdf");
    }

    @Test
    void every_signature_is_low_and_leads_back_to_its_address() {
        var address = Secp256k1.addressOf(BigInteger.TWO);
        for (int i = 0; i < 100; i++) {
            var digest = Sha256.of(new byte[]{(byte) i});

            var signature = Secp256k1.sign(digest, BigInteger.TWO);

            assertThat(signature.s()).isLessThanOrEqualTo(ORDER.shiftRight(1));
            assertThat(Secp256k1.signer(digest, signature)).contains(address);
        }
    }

    @Test
    void the_high_form_is_turned_into_the_low_one() {
        var digest = Sha256.of(new byte[]{1});
        var low = Secp256k1.sign(digest, BigInteger.TWO);

        var made = Secp256k1.of(digest, low.r(), ORDER.subtract(low.s()), Secp256k1.addressOf(BigInteger.TWO));

        assertThat(made).contains(low);
    }

    @Test
    void a_signature_of_another_key_or_outside_the_curve_is_nobodys() {
        var digest = Sha256.of(new byte[]{1});
        var signature = Secp256k1.sign(digest, BigInteger.TWO);

        assertThat(Secp256k1.of(digest, signature.r(), signature.s(), Secp256k1.addressOf(BigInteger.ONE))).isEmpty();
        assertThat(Secp256k1.signer(digest, new Signature(0, BigInteger.ZERO, signature.s()))).isEmpty();
        assertThat(Secp256k1.signer(digest, new Signature(0, signature.r(), ORDER))).isEmpty();
    }
}

package dev.corridor.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedPublicKeyTest {

    /** Of Anvil's mnemonic, "test test test test test test test test test test test junk", at m/44'/60'/0'. */
    private static final String OF_ANVIL = "xpub6Ce9NcJvTk36xtLSrJLZqE7wtgA5deCeYs7rSQtreh4cj6ByPtrg9sD7V2FNFLPnf8heNP3FGkeV9qwfzvZNSd54JoNXVsXFYSYwHsnJxqP";

    /** Source: BIP-32, test vectors 1 (m/0', m/0'/1) and 2 (m, m/0): those with a public derivation. */
    @ParameterizedTest
    @CsvSource({
        "xpub68Gmy5EdvgibQVfPdqkBBCHxA5htiqg55crXYuXoQRKfDBFA1WEjWgP6LHhwBZeNK1VTsfTFUHCdrfp1bgwQ9xv5ski8PX9rL2dZXvgGDnw, 1,"
                + " xpub6ASuArnXKPbfEwhqN6e3mwBcDTgzisQN1wXN9BJcM47sSikHjJf3UFHKkNAWbWMiGj7Wf5uMash7SyYq527Hqck2AxYysAA7xmALppuCkwQ",
        "xpub661MyMwAqRbcFW31YEwpkMuc5THy2PSt5bDMsktWQcFF8syAmRUapSCGu8ED9W6oDMSgv6Zz8idoc4a6mr8BDzTJY47LJhkJ8UB7WEGuduB, 0,"
                + " xpub69H7F5d8KSRgmmdJg2KhpAK8SR3DjMwAdkxj3ZuxV27CprR9LgpeyGmXUbC6wb7ERfvrnKZjXoUmmDznezpbZb7ap6r1D3tgFxHmwMkQTPH"
    })
    void a_child_is_that_of_the_standard(String parent, int index, String child) {
        assertThat(ExtendedPublicKey.parse(parent).child(index).bytes()).isEqualTo(ExtendedPublicKey.parse(child).bytes());
    }

    @Test
    void addresses_are_where_wallets_expect_them() {
        var key = ExtendedPublicKey.parse(OF_ANVIL);

        assertThat(key.address(0)).isEqualTo("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
        assertThat(key.address(1)).isEqualTo("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
        assertThat(key.address(2)).isEqualTo("0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC");
    }

    @Test
    void a_public_key_has_no_hardened_children() {
        assertThatThrownBy(() -> ExtendedPublicKey.parse(OF_ANVIL).child(1L << 31)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExtendedPublicKey.parse(OF_ANVIL).child(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "xpub",
        "xpub6Ce9NcJvTk36xtLSrJLZqE7wtgA5deCeYs7rSQtreh4cj6ByPtrg9sD7V2FNFLPnf8heNP3FGkeV9qwfzvZNSd54JoNXVsXFYSYwHsnJxqQ",
        "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi"
    })
    void what_is_no_extended_public_key_is_refused_and_not_repeated(String text) {
        assertThatThrownBy(() -> ExtendedPublicKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be an extended public key")
                .hasMessageNotContaining("Ce9");
    }

    @Test
    void a_fingerprint_tells_keys_apart() {
        var other = "xpub661MyMwAqRbcFW31YEwpkMuc5THy2PSt5bDMsktWQcFF8syAmRUapSCGu8ED9W6oDMSgv6Zz8idoc4a6mr8BDzTJY47LJhkJ8UB7WEGuduB";

        assertThat(ExtendedPublicKey.parse(OF_ANVIL).fingerprint())
                .isEqualTo(ExtendedPublicKey.parse(OF_ANVIL).fingerprint())
                .isNotEqualTo(ExtendedPublicKey.parse(other).fingerprint());
    }
}

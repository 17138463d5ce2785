package dev.corridor.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources: "Web3 Secret Storage Definition", test vectors, for PBKDF2; go-ethereum, {@code v3_test_vector.json}, for scrypt. */
class KeystoreTest {

    private static final String PBKDF2 = """
            {"crypto": {
                "cipher": "aes-128-ctr",
                "cipherparams": {"iv": "6087dab2f9fdbbfaddc31a909735c1e6"},
                "ciphertext": "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46",
                "kdf": "pbkdf2",
                "kdfparams": {
                    "c": 262144, "dklen": 32, "prf": "hmac-sha256",
                    "salt": "ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},
                "mac": "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},
            "id": "3198bc9c-6672-5ab3-d995-4942343ae5b6", "version": 3}
            """;

    private static final String SCRYPT = """
            {"crypto": {
                "cipher": "aes-128-ctr",
                "cipherparams": {"iv": "e0c41130a323adc1446fc82f724bca2f"},
                "ciphertext": "9517cd5bdbe69076f9bf5057248c6c050141e970efa36ce53692d5d59a3984",
                "kdf": "scrypt",
                "kdfparams": {
                    "dklen": 32, "n": 2, "r": 8, "p": 1,
                    "salt": "711f816911c92d649fb4c84b047915679933555030b3552c1212609b38208c63"},
                "mac": "d5e116151c6aa71470e67a7d42c9620c75c4d23229847dcc127794f0732b0db5"},
            "id": "fecfc4ce-e956-48fd-953b-30f8b52ed66c", "version": 3}
            """;

    private static final PrivateKey KEY = new PrivateKey(Hex.bytes("7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d"));

    @Test
    void a_file_with_pbkdf2_is_opened() {
        var opened = Keystore.open(PBKDF2, "testpassword");

        assertThat(opened.address()).isEqualTo(KEY.address());
        assertThat(opened.sign(new byte[]{1})).isEqualTo(KEY.sign(new byte[]{1}));
    }

    /** Its key has 31 bytes. */
    @Test
    void a_file_with_scrypt_is_opened() {
        var key = new PrivateKey(Hex.bytes("fa7b3db73dc7dfdf8c5fbdb796d741e4488628c41fc4febd9160a866ba0f35"));

        assertThat(Keystore.open(SCRYPT, "foo").address()).isEqualTo(key.address());
    }

    @Test
    void a_wrong_password_opens_nothing() {
        assertThatThrownBy(() -> Keystore.open(PBKDF2, "testpasswort"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the password is wrong");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version": 3          | "version": 1          | only version 3 is supported
            "aes-128-ctr"         | "aes-128-cbc"         | only the cipher aes-128-ctr is supported
            "kdf": "pbkdf2"       | "kdf": "argon2"       | only the key derivations scrypt and pbkdf2 are supported
            "kdf": "pbkdf2"       | "kdf": "scrypt"       | not a keystore of version 3
            "c": 262144           | "c": 262144000        | pbkdf2 has more than 10 million iterations
            "prf": "hmac-sha256"  | "prf": "hmac-md5"     | only pbkdf2 with hmac-sha256 is supported
            "dklen": 32           | "dklen": 16           | only derived keys of 32 bytes are supported
            "mac":                | "Mac":                | not a keystore of version 3
            {"crypto"             | ["crypto"             | not a keystore of version 3
            """)
    void what_is_not_supported_is_named(String text, String instead, String reason) {
        assertThatThrownBy(() -> Keystore.open(PBKDF2.replace(text, instead), "testpassword"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void a_file_cannot_take_all_memory() {
        assertThatThrownBy(() -> Keystore.open(SCRYPT.replace("\"n\": 2", "\"n\": 1073741824"), "foo"))
                .hasMessage("scrypt would need more than 1 GiB of memory");
    }

    @Test
    void a_key_does_not_print_itself() {
        assertThat(KEY).hasToString("PrivateKey[0x008aeeda4d805471df9b2a5b0f38a0c3bcba786b]");
    }

    @Test
    void zero_is_no_key() {
        assertThatThrownBy(() -> new PrivateKey(new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }
}

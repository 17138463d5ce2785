package dev.corridor.chain.evm;

import static dev.corridor.chain.evm.Json.member;
import static dev.corridor.chain.evm.Json.number;
import static dev.corridor.chain.evm.Json.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.corridor.domain.digest.Keccak256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The encrypted key file that Ethereum's wallets write, version 3. A key is derived from the password, slowly; its first half decrypts, its second
 * half proves the password. Source: "Web3 Secret Storage Definition", ethereum.org.
 */
public final class Keystore {

    private static final int VERSION = 3;
    private static final int DERIVED_BYTES = 32;
    private static final int HALF = 16;

    /** Geth writes 262144 rounds of 8 blocks, a quarter of this memory. */
    private static final long MAX_SCRYPT_BYTES = 1L << 30;

    private static final long SCRYPT_BLOCK_BYTES = 128;
    private static final int MAX_ITERATIONS = 10_000_000;

    private Keystore() {}

    /** @throws IllegalArgumentException if the file is none, or the password is wrong */
    public static PrivateKey open(String json, String password) {
        try {
            var file = JsonParser.parseString(json);
            require(number(file, "version") == VERSION, "only version 3 is supported");
            return open(member(file, "crypto"), password);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("not a keystore of version 3", e);
        }
    }

    private static PrivateKey open(JsonElement crypto, String password) {
        require(text(crypto, "cipher").equals("aes-128-ctr"), "only the cipher aes-128-ctr is supported");
        var ciphertext = Hex.bytes(text(crypto, "ciphertext"));
        var derived = derive(text(crypto, "kdf"), member(crypto, "kdfparams"), password.getBytes(StandardCharsets.UTF_8));
        var proof = Keccak256.of(ByteBuffer.allocate(HALF + ciphertext.length).put(derived, HALF, HALF).put(ciphertext).array());
        require(MessageDigest.isEqual(proof, Hex.bytes(text(crypto, "mac"))), "the password is wrong");
        return new PrivateKey(decrypt(ciphertext, Arrays.copyOf(derived, HALF), Hex.bytes(text(member(crypto, "cipherparams"), "iv"))));
    }

    private static byte[] derive(String kdf, JsonElement parameters, byte[] password) {
        require(number(parameters, "dklen") == DERIVED_BYTES, "only derived keys of 32 bytes are supported");
        var salt = Hex.bytes(text(parameters, "salt"));
        return switch (kdf) {
            case "scrypt" -> {
                int n = number(parameters, "n");
                int r = number(parameters, "r");
                require(SCRYPT_BLOCK_BYTES * n * r <= MAX_SCRYPT_BYTES, "scrypt would need more than 1 GiB of memory");
                yield SCrypt.generate(password, salt, n, r, number(parameters, "p"), DERIVED_BYTES);
            }
            case "pbkdf2" -> {
                require(text(parameters, "prf").equals("hmac-sha256"), "only pbkdf2 with hmac-sha256 is supported");
                int iterations = number(parameters, "c");
                require(iterations <= MAX_ITERATIONS, "pbkdf2 has more than 10 million iterations");
                var generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
                generator.init(password, salt, iterations);
                yield ((KeyParameter) generator.generateDerivedMacParameters(DERIVED_BYTES * Byte.SIZE)).getKey();
            }
            default -> throw new IllegalArgumentException("only the key derivations scrypt and pbkdf2 are supported");
        };
    }

    private static byte[] decrypt(byte[] ciphertext, byte[] key, byte[] iv) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot be decrypted", e);
        }
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }
}

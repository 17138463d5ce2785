package dev.corridor.chain.evm;

import com.esaulpaugh.headlong.abi.Address;
import dev.corridor.application.funding.port.DepositKey;
import dev.corridor.domain.beneficiary.Base58;
import dev.corridor.domain.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Public keys derived from a public key, so that its holder can make addresses and spend nothing. Addresses are at {@code 0/index} below the key, where
 * wallets expect those of an account: {@code m/44'/60'/account'/0/index}, if the key is the account's. Source: BIP-32, "Public parent key to public child
 * key", and BIP-44.
 */
public final class ExtendedPublicKey implements DepositKey {

    private static final int SERIALIZED_BYTES = 78;
    private static final int CHECKSUM_BYTES = 4;
    private static final int VERSION = 0x0488B21E;
    private static final int CHAIN_CODE_AT = 13;
    private static final int KEY_AT = 45;
    private static final int HALF = 32;
    private static final long FIRST_HARDENED = 1L << 31;
    private static final int FINGERPRINT_DIGITS = 32;
    private static final String HMAC = "HmacSHA512";

    private final byte[] key;
    private final byte[] chainCode;
    private final String fingerprint;
    private final Optional<ExtendedPublicKey> receiving;

    private ExtendedPublicKey(byte[] key, byte[] chainCode, String fingerprint, boolean isRoot) {
        this.key = key;
        this.chainCode = chainCode;
        this.fingerprint = fingerprint;
        this.receiving = isRoot ? Optional.of(child(0)) : Optional.empty();
    }

    /** @throws IllegalArgumentException if the text is no extended public key of a main network; it is left out of the message */
    public static ExtendedPublicKey parse(String text) {
        var bytes = Base58.decode(text, SERIALIZED_BYTES + CHECKSUM_BYTES)
                .filter(ExtendedPublicKey::hasItsChecksum)
                .orElseThrow(() -> new IllegalArgumentException("must be an extended public key, its checksum included"));
        if (ByteBuffer.wrap(bytes).getInt() != VERSION) {
            throw new IllegalArgumentException("must be an extended public key that begins with xpub");
        }
        var key = Arrays.copyOfRange(bytes, KEY_AT, SERIALIZED_BYTES);
        if (!Secp256k1.isPublicKey(key)) {
            throw new IllegalArgumentException("must be an extended public key whose point is on the curve");
        }
        var fingerprint = HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.US_ASCII))).substring(0, FINGERPRINT_DIGITS);
        return new ExtendedPublicKey(key, Arrays.copyOfRange(bytes, CHAIN_CODE_AT, KEY_AT), fingerprint, true);
    }

    private static boolean hasItsChecksum(byte[] bytes) {
        var digest = Sha256.of(Sha256.of(Arrays.copyOf(bytes, SERIALIZED_BYTES)));
        return Arrays.equals(digest, 0, CHECKSUM_BYTES, bytes, SERIALIZED_BYTES, SERIALIZED_BYTES + CHECKSUM_BYTES);
    }

    /** That a child does not exist has a probability of 2 to the power of -127, and fails. */
    ExtendedPublicKey child(long index) {
        if (index < 0 || index >= FIRST_HARDENED) {
            throw new IllegalArgumentException("a public key has no child " + index);
        }
        var digest = hmac(ByteBuffer.allocate(key.length + Integer.BYTES).put(key).putInt((int) index).array());
        var derived = Secp256k1.plus(key, Arrays.copyOf(digest, HALF));
        return new ExtendedPublicKey(derived, Arrays.copyOfRange(digest, HALF, digest.length), fingerprint, false);
    }

    private byte[] hmac(byte[] data) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(chainCode, HMAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** The public key, compressed, and the chain code. */
    byte[] bytes() {
        return ByteBuffer.allocate(key.length + chainCode.length).put(key).put(chainCode).array();
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    /** With the checksum of EIP-55. */
    @Override
    public String address(long index) {
        return Address.toChecksumAddress(Secp256k1.addressOfCompressed(receiving.orElseThrow().child(index).key));
    }

    /** Who has the key knows all addresses that it will ever have. */
    @Override
    public String toString() {
        return "ExtendedPublicKey[" + fingerprint + "]";
    }
}

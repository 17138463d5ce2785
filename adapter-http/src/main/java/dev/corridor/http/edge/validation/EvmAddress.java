package dev.corridor.http.edge.validation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.KeccakDigest;

/**
 * An EVM address: {@code 0x} and 40 hex digits. Mixed case is a checksum (EIP-55): a letter is upper case if the Keccak-256 of the
 * lower-case digits has a hex digit of 8 or more there. Addresses in one case have no checksum and are accepted.
 */
final class EvmAddress {

    private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final int HASH_BITS = 256;

    /** The zero address: its key is unknown, so payments to it are lost. */
    private static final String ZERO = "0x" + "0".repeat(40);

    private EvmAddress() {}

    static boolean isValid(String text) {
        if (!FORM.matcher(text).matches() || text.equals(ZERO)) {
            return false;
        }
        var digits = text.substring(2);
        var lowerCase = digits.toLowerCase(Locale.ROOT);
        return digits.equals(lowerCase) || digits.equals(digits.toUpperCase(Locale.ROOT)) || digits.equals(withChecksum(lowerCase));
    }

    private static String withChecksum(String lowerCase) {
        var hash = keccak256(lowerCase.getBytes(StandardCharsets.US_ASCII));
        var digits = lowerCase.toCharArray();
        for (int i = 0; i < digits.length; i++) {
            int nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2];
            if ((nibble & 8) != 0) {
                digits[i] = Character.toUpperCase(digits[i]);
            }
        }
        return new String(digits);
    }

    private static byte[] keccak256(byte[] bytes) {
        var digest = new KeccakDigest(HASH_BITS);
        digest.update(bytes, 0, bytes.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}

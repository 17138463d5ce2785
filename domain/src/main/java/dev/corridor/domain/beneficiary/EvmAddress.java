package dev.corridor.domain.beneficiary;

import dev.corridor.domain.digest.Keccak256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An EVM address: {@code 0x} and 40 hex digits. Mixed case is a checksum (EIP-55): a letter is upper case if the Keccak-256 of the
 * lower-case digits has a hex digit of 8 or more there. Addresses in one case have no checksum and are accepted.
 */
final class EvmAddress {

    private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{40}");

    private EvmAddress() {}

    /** Its twenty bytes; empty if it is none. */
    static Optional<byte[]> decode(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        var digits = text.substring(2);
        var lowerCase = digits.toLowerCase(Locale.ROOT);
        boolean isRight = digits.equals(lowerCase) || digits.equals(digits.toUpperCase(Locale.ROOT)) || digits.equals(withChecksum(lowerCase));
        return isRight ? Optional.of(HexFormat.of().parseHex(lowerCase)) : Optional.empty();
    }

    private static String withChecksum(String lowerCase) {
        var hash = Keccak256.of(lowerCase.getBytes(StandardCharsets.US_ASCII));
        var digits = lowerCase.toCharArray();
        for (int i = 0; i < digits.length; i++) {
            int nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2];
            if ((nibble & 8) != 0) {
                digits[i] = Character.toUpperCase(digits[i]);
            }
        }
        return new String(digits);
    }
}

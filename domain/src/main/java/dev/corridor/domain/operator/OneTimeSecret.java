package dev.corridor.domain.operator;

import dev.corridor.domain.access.OperatorName;

/**
 * What an operator's device makes one-time codes from: 160 bits, as RFC 4226, section 4, recommends, in Base32.
 *
 * @param value as people type it
 */
public record OneTimeSecret(String value) {

    /** Entropy of a new secret, in bytes. */
    public static final int RANDOM_BYTES = 20;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_OF_A_LETTER = 5;
    private static final int LENGTH = RANDOM_BYTES * Byte.SIZE / BITS_OF_A_LETTER;

    public OneTimeSecret {
        if (value.length() != LENGTH || !value.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
            throw new IllegalArgumentException("a secret of one-time codes is " + LENGTH + " letters and digits of Base32");
        }
    }

    public static OneTimeSecret generate(byte[] randomBytes) {
        var text = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        for (byte next : randomBytes) {
            bits = bits << Byte.SIZE | Byte.toUnsignedInt(next);
            for (held += Byte.SIZE; held >= BITS_OF_A_LETTER; held -= BITS_OF_A_LETTER) {
                text.append(LETTERS.charAt(bits >> held - BITS_OF_A_LETTER & LETTERS.length() - 1));
            }
        }
        return new OneTimeSecret(text.toString());
    }

    /** What apps scan. Source: Google Authenticator, "Key Uri Format". */
    public String uri(OperatorName operator) {
        return "otpauth://totp/Corridor:" + operator + "?secret=" + value + "&issuer=Corridor";
    }

    @Override
    public String toString() {
        return "…";
    }
}

package dev.corridor.domain.funding;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.digest.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a payer writes so that the payee knows what is paid: {@code RF}, two check digits, and here 16 digits and letters without I, L, O and U. Banks
 * check it like an IBAN, so a slip of the pen is found before the money moves. Source: ISO 11649.
 */
public record CreditorReference(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int BITS = 5;
    private static final Pattern FORM = Pattern.compile("RF([0-9]{2})([0-9A-Z]{" + LENGTH + "})");

    /** At each place of a text, also within what looks like another. */
    private static final Pattern ANYWHERE = Pattern.compile("(?=(" + FORM.pattern() + "))");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^0-9A-Z]+");

    /** Source: ISO 7064, MOD 97-10. */
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private static final int BASE = 36;

    public CreditorReference {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a reference has the form of ISO 11649, its check digits included");
        }
    }

    /**
     * That of an account, the same each time. Of a million accounts two have the same with a probability of one to a trillion; the store keeps a second one out.
     *
     * @param source what tells the house's account at a bank from others
     */
    public static CreditorReference of(String source, AccountId account) {
        var digest = new BigInteger(1, Sha256.of((source + "\n" + account).getBytes(StandardCharsets.UTF_8)));
        var body = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            body.append(ALPHABET.charAt(digest.shiftRight(i * BITS).intValue() & (ALPHABET.length() - 1)));
        }
        int check = MODULUS.intValue() + 1 - remainder(body + "RF00");
        return new CreditorReference("RF%02d%s".formatted(check, body));
    }

    /** Those that a text contains, whatever its blanks, signs and case. Each once. */
    public static List<CreditorReference> in(String remittance) {
        return ANYWHERE.matcher(NO_LETTER_OR_DIGIT.matcher(remittance.toUpperCase(Locale.ROOT)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(CreditorReference::isValid)
                .map(CreditorReference::new)
                .distinct()
                .toList();
    }

    private static boolean isValid(String text) {
        var parts = FORM.matcher(text);
        return parts.matches() && remainder(parts.group(2) + "RF" + parts.group(1)) == 1;
    }

    /** Letters count from 10. */
    private static int remainder(String text) {
        var digits = text.chars().mapToObj(letter -> Integer.toString(Character.digit(letter, BASE))).collect(Collectors.joining());
        return new BigInteger(digits).mod(MODULUS).intValue();
    }

    @Override
    public String toString() {
        return text;
    }
}

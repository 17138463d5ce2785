package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.Check;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount in major units as a plain decimal: greater than zero, at most 12 digits before the point, without sign, exponent, blanks or
 * leading zeros. The number of decimals depends on the asset: see {@link Relations#fits}. Source: the NXOS contract, section 1,
 * "Conventions".
 */
public final class DecimalAmount implements Check<String> {

    /** Below a trillion: with six decimals that fits a {@code long} of smallest units. */
    static final int MAX_INTEGER_DIGITS = 12;

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]+)?");
    private static final Pattern ZERO = Pattern.compile("[0.]+");

    @Override
    public boolean accepts(String text) {
        return isPlainDecimal(text) && !ZERO.matcher(text).matches();
    }

    /** Or zero. */
    public static boolean isPlainDecimal(String text) {
        return PLAIN_DECIMAL.matcher(text).matches();
    }

    @Override
    public String reason() {
        return "must be a decimal number greater than zero, such as \"10.00\"";
    }

    @Override
    public Optional<Pattern> form() {
        return Optional.of(PLAIN_DECIMAL);
    }
}

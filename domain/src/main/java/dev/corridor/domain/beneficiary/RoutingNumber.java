package dev.corridor.domain.beneficiary;

import dev.corridor.domain.text.Check;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An ABA routing number of the United States: nine digits, the first two of a Federal Reserve range, the weighted sum (3, 7, 1) a
 * multiple of ten. Source: the American Bankers Association's routing number policy.
 */
public final class RoutingNumber implements Check<String> {

    private static final Pattern FORM = Pattern.compile("[0-9]{9}");
    private static final String WEIGHTS = "371371371";

    public RoutingNumber() {}

    @Override
    public boolean accepts(String text) {
        return FORM.matcher(text).matches() && isInUse(Integer.parseInt(text.substring(0, 2))) && weightedSum(text) % 10 == 0;
    }

    @Override
    public String reason() {
        return "must be a routing number of nine digits with the right check digit";
    }

    @Override
    public Optional<Pattern> form() {
        return Optional.of(FORM);
    }

    /** Banks, thrifts, electronic transactions, traveller's cheques. */
    private static boolean isInUse(int range) {
        return range >= 1 && range <= 12 || range >= 21 && range <= 32 || range >= 61 && range <= 72 || range == 80;
    }

    private static int weightedSum(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length(); i++) {
            sum += Character.digit(WEIGHTS.charAt(i), 10) * Character.digit(text.charAt(i), 10);
        }
        return sum;
    }
}

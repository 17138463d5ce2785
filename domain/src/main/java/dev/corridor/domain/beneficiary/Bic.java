package dev.corridor.domain.beneficiary;

import dev.corridor.domain.text.Check;
import java.util.Optional;
import java.util.regex.Pattern;

/** A business identifier code (ISO 9362), also called SWIFT code: bank, country, location and perhaps a branch; upper case. */
public final class Bic implements Check<String> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final int COUNTRY = 4;
    private static final int LOCATION = 6;

    public Bic() {}

    @Override
    public boolean accepts(String text) {
        return FORM.matcher(text).matches() && new Country().accepts(countryOf(text));
    }

    @Override
    public String reason() {
        return "must be a BIC of 8 or 11 characters";
    }

    @Override
    public Optional<Pattern> form() {
        return Optional.of(FORM);
    }

    static String countryOf(String bic) {
        return bic.substring(COUNTRY, LOCATION);
    }

    /** SWIFT gives codes whose location ends in 0 to test and training. */
    static boolean isTest(String bic) {
        return bic.charAt(LOCATION + 1) == '0';
    }
}

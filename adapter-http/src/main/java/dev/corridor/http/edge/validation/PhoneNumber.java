package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.Check;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number with its country code (ITU-T E.164): {@code +} and 7 to 15 digits. */
public final class PhoneNumber implements Check<String> {

    private static final Pattern PATTERN = Pattern.compile("\\+[1-9][0-9]{6,14}");

    @Override
    public boolean accepts(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public String reason() {
        return "must be a telephone number such as \"+14155550123\"";
    }

    @Override
    public Optional<Pattern> form() {
        return Optional.of(PATTERN);
    }
}

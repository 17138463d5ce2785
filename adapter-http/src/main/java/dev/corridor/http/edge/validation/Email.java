package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.Check;
import dev.corridor.domain.text.VisibleText;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address by its form: one {@code @}, a domain with a dot, no blanks, at most 254 characters (RFC 5321). */
public final class Email implements Check<String> {

    private static final int MAX_LENGTH = 254;
    private static final Pattern PATTERN = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

    @Override
    public boolean accepts(String text) {
        return text.length() <= MAX_LENGTH && PATTERN.matcher(text).matches() && VisibleText.isVisible(text);
    }

    @Override
    public String reason() {
        return "must be an e-mail address";
    }

    @Override
    public Optional<Pattern> form() {
        return Optional.of(PATTERN);
    }
}

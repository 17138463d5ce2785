package dev.corridor.domain.user;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import java.util.function.IntPredicate;

/**
 * A password in clear text. It is never stored: see {@link PasswordHash}.
 *
 * <p>Source: the Nexgent contract, section 1, "Password rule", and its seed, "Validation Errors".
 */
public record Password(String value) {

    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 128;

    private static final String FIELD = "password";

    /** A new password, which must satisfy the password rule; a password presented at a login need not. */
    public static Password choose(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw fault("must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        boolean isStrong = has(text, Character::isUpperCase)
                && has(text, Character::isLowerCase)
                && has(text, Character::isDigit)
                && has(text, Password::isSpecial);
        if (!isStrong) {
            throw fault("must contain at least one uppercase letter, one lowercase letter, one number, and one special character");
        }
        return new Password(text);
    }

    private static boolean has(String text, IntPredicate property) {
        return text.codePoints().anyMatch(property);
    }

    private static boolean isSpecial(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isWhitespace(character) && !Character.isISOControl(character);
    }

    private static BusinessException fault(String reason) {
        return new BusinessException(ValidationError.of(FIELD, reason));
    }

    @Override
    public String toString() {
        return "…";
    }
}

package dev.corridor.domain.user;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.function.IntPredicate;

/**
 * A password in clear text, normalized by NFKC, as NIST SP 800-63B, section 5.1.1.2 asks: keyboards send the same letter and accent as one
 * character or as two. It is never stored: see {@link PasswordHash}.
 *
 * <p>Source: the Nexgent contract, section 1, "Password rule", and its seed, "Validation Errors".
 */
public record Password(String value) {

    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 128;

    public Password {
        value = Normalizer.normalize(value, Form.NFKC);
    }

    /**
     * A new password, which must satisfy the password rule; a password presented at a login need not.
     *
     * @param field where it is given
     */
    public static Password choose(String field, String text) {
        var password = new Password(text);
        password.requireStrong(field);
        return password;
    }

    private void requireStrong(String field) {
        int length = value.codePointCount(0, value.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw fault(field, "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        boolean isStrong = has(Character::isUpperCase)
                && has(Character::isLowerCase)
                && has(Character::isDigit)
                && has(Password::isSpecial);
        if (!isStrong) {
            throw fault(field, "must contain at least one uppercase letter, one lowercase letter, one number, and one special character");
        }
    }

    private boolean has(IntPredicate property) {
        return value.codePoints().anyMatch(property);
    }

    private static boolean isSpecial(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isWhitespace(character) && !Character.isISOControl(character);
    }

    private static BusinessException fault(String field, String reason) {
        return new BusinessException(ValidationError.of(field, reason));
    }

    @Override
    public String toString() {
        return "…";
    }
}

package dev.corridor.domain.user;

import java.util.Locale;

/**
 * Where a person gets their mail, and by what they log in: in lower case, because people write it as it comes. No two users have the same.
 */
public record EmailAddress(String value) {

    public EmailAddress {
        int at = value.indexOf('@');
        if (at <= 0 || at == value.length() - 1 || !value.equals(normalized(value))) {
            throw new IllegalArgumentException("an e-mail address has something before and behind its @, and no capitals");
        }
    }

    /** However it was written. */
    public static EmailAddress of(String text) {
        return new EmailAddress(normalized(text));
    }

    /** What stands behind the @. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    private static String normalized(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Personal data is not for logs. */
    @Override
    public String toString() {
        return value.charAt(0) + "…@" + domain();
    }
}

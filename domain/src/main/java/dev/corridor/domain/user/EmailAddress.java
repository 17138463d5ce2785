package dev.corridor.domain.user;

import java.util.Locale;

/** A user's login name, normalized to lower case. Unique among users. */
public record EmailAddress(String value) {

    public EmailAddress {
        int at = value.indexOf('@');
        if (at <= 0 || at == value.length() - 1 || !value.equals(normalized(value))) {
            throw new IllegalArgumentException("an e-mail address has something before and behind its @, and no capitals");
        }
    }

    /** Normalizes the text. */
    public static EmailAddress of(String text) {
        return new EmailAddress(normalized(text));
    }

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

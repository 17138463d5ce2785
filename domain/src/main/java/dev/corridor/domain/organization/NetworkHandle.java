package dev.corridor.domain.organization;

import java.util.regex.Pattern;

/**
 * An organization's public name on the network, by which others pay it. No two organizations have the same.
 *
 * @param text {@value #MIN_LENGTH} to {@value #MAX_LENGTH} lower-case letters, digits and single hyphens inside. Source: the NXOS contract, section 4
 */
public record NetworkHandle(String text) {

    public static final int MIN_LENGTH = 3;
    public static final int MAX_LENGTH = 32;

    /** Without the length. */
    public static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public NetworkHandle {
        if (!isHandle(text)) {
            throw new IllegalArgumentException(
                    "a handle has " + MIN_LENGTH + " to " + MAX_LENGTH + " lower-case letters, digits and single hyphens inside");
        }
    }

    public static boolean isHandle(String text) {
        return text.length() >= MIN_LENGTH && text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.corridor.domain.organization;

import dev.corridor.domain.text.VisibleText;

/** Lets one provider of verifications, once, fetch what an organization has handed in elsewhere. A secret. */
public record ShareToken(String value) {

    public static final int MAX_LENGTH = 1_000;

    public ShareToken {
        if (!VisibleText.isVisible(value) || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a share token has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "ShareToken[…]";
    }
}

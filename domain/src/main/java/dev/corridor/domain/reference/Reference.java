package dev.corridor.domain.reference;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.text.VisibleText;

/**
 * A client's own name for a thing, unique among the things of its kind in the organization. It is released by an end without effect: a
 * declined payout, an archived beneficiary. The next attempt or version may then have it.
 *
 * @param text 1 to {@value #MAX_LENGTH} characters of visible text, compared exactly
 */
public record Reference(OrganizationId organization, Kind kind, String text) {

    public static final int MAX_LENGTH = 100;

    /** Payouts and conversions are transactions. */
    public enum Kind {
        ACCOUNT,
        BENEFICIARY,
        TRANSACTION
    }

    public Reference {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH || !VisibleText.isVisible(text)) {
            throw new IllegalArgumentException("a reference has 1 to " + MAX_LENGTH + " visible characters");
        }
    }

    /** Leaves out the client's text, which may be confidential. */
    @Override
    public String toString() {
        return "Reference[" + organization + ", " + kind + "]";
    }
}

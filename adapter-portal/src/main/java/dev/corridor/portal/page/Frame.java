package dev.corridor.portal.page;

import java.util.Optional;

/**
 * What stands around the content of a page.
 *
 * @param title of the window
 * @param section the part of the navigation that the page belongs to
 * @param visitor empty without a login
 * @param isSandbox whether no real money is behind it
 */
public record Frame(String title, Optional<Section> section, Optional<LoggedIn> visitor, boolean isSandbox) {

    /** @param formToken goes with each form */
    public record LoggedIn(String email, String organization, boolean isApproved, String formToken) {}

    public static Frame ofStranger(String title, boolean isSandbox) {
        return new Frame(title, Optional.empty(), Optional.empty(), isSandbox);
    }
}

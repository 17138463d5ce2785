package dev.corridor.portal.door;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.User;
import dev.corridor.portal.page.Frame;
import dev.corridor.portal.page.Section;
import java.util.Optional;

/**
 * A user who is logged in.
 *
 * @param caller as which the use cases know them
 * @param formToken goes with each form
 * @param isSandbox whether no real money is behind it
 */
public record Visitor(Caller caller, User user, Organization organization, String formToken, boolean isSandbox) {

    public Frame frame(String title, Section section) {
        var loggedIn = new Frame.LoggedIn(
                user.email().value(), organization.name(), organization.status() == OrganizationStatus.APPROVED, formToken);
        return new Frame(title, Optional.of(section), Optional.of(loggedIn), isSandbox);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "Visitor[" + user.id() + "]";
    }
}

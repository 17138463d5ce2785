package dev.corridor.portal.door;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.portal.page.OperatorFrame;
import dev.corridor.portal.page.OperatorSection;

/**
 * An operator who is logged in.
 *
 * @param formToken goes with each form
 */
public record OnDuty(Operator operator, String formToken, Environment environment) {

    /** As the use cases of an organization know them. */
    public Caller callerFor(OrganizationId organization) {
        return operator.callerFor(organization, environment);
    }

    public OperatorFrame frame(String title, OperatorSection section) {
        return new OperatorFrame(
                title, section, operator.name().orElseThrow().value(), formToken, environment == Environment.SANDBOX);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "OnDuty[" + operator + "]";
    }
}

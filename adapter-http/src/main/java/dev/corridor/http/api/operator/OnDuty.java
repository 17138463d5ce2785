package dev.corridor.http.api.operator;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;

/** An operator who is asking, or a program of theirs. */
record OnDuty(OperatorSession session, Environment environment) {

    Operator operator() {
        return Operator.named(session.operator());
    }

    /** As the use cases of an organization know them. */
    Caller callerFor(OrganizationId organization) {
        return operator().callerFor(organization, environment);
    }

    /** For what concerns no organization. */
    Caller callerForTheHouse() {
        return callerFor(Operator.HOUSE);
    }
}

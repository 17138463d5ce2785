package dev.corridor.domain.access;

import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;
import java.util.UUID;

/**
 * An operator of the service. Has every permission and needs no key.
 *
 * @param name of the person who has logged in; empty on the server's command line
 */
public record Operator(Optional<OperatorName> name) implements Principal {

    /** Stands for an organization in the records of what concerns none: the nil UUID. */
    public static final OrganizationId HOUSE = new OrganizationId(new UUID(0, 0));

    private static final String WORD = "operator";
    private static final String SEPARATOR = ":";

    /** Who has the server's command line. */
    public Operator() {
        this(Optional.empty());
    }

    public static Operator named(OperatorName name) {
        return new Operator(Optional.of(name));
    }

    /** Who has the server's command line, acting for one organization. */
    public static Caller actingFor(OrganizationId organization, Environment environment) {
        return new Operator().callerFor(organization, environment);
    }

    /** This operator, acting for one organization. */
    public Caller callerFor(OrganizationId organization, Environment environment) {
        return Caller.withFullAccess(organization, this, environment);
    }

    /** Whether the text of a principal is an operator's. */
    public static boolean isMeantBy(String principal) {
        return principal.equals(WORD) || principal.startsWith(WORD + SEPARATOR);
    }

    @Override
    public String toString() {
        return name.map(known -> WORD + SEPARATOR + known).orElse(WORD);
    }
}

package dev.corridor.domain.access;

import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/**
 * A key or a user of an organization that acts for another one, under a letter of authorization.
 *
 * @param organization the one that acts, whose key or user it is
 */
public record Broker(OrganizationId organization, Principal hand) implements Principal {

    private static final String OF = " of ";

    public Broker {
        if (hand instanceof Broker) {
            throw new IllegalArgumentException("a broker's broker has no letter");
        }
    }

    /** Both, for logs and the audit log. */
    @Override
    public String toString() {
        return hand + OF + organization;
    }

    /** The key or user in the text of any principal. */
    public static String handIn(String principal) {
        int end = principal.indexOf(OF);
        return end < 0 ? principal : principal.substring(0, end);
    }

    /** The broker in the text of any principal; empty if it acts for its own organization. */
    public static Optional<OrganizationId> organizationIn(String principal) {
        int end = principal.indexOf(OF);
        return end < 0 ? Optional.empty() : Optional.of(OrganizationId.parse(principal.substring(end + OF.length())));
    }
}

package dev.corridor.domain.access;

import dev.corridor.domain.organization.OrganizationId;

/**
 * A key or a user of an organization that acts for another one, under a letter of authorization.
 *
 * @param organization the one that acts, whose key or user it is
 */
public record Broker(OrganizationId organization, Principal hand) implements Principal {

    public Broker {
        if (hand instanceof Broker) {
            throw new IllegalArgumentException("a broker's broker has no letter");
        }
    }

    /** Both, for logs and the audit log. */
    @Override
    public String toString() {
        return hand + " of " + organization;
    }
}

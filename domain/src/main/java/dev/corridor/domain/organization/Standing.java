package dev.corridor.domain.organization;

import java.util.Set;

/**
 * What an organization may do at one moment, and who may do it for it.
 *
 * @param brokers the organizations whose letter of authorization is active
 */
public record Standing(OrganizationStatus status, Set<OrganizationId> brokers) {

    public Standing {
        brokers = Set.copyOf(brokers);
    }
}

package dev.corridor.domain.organization;

/** What belongs to one organization for good. {@link OrganizationId#owns} says who may see it. */
public interface Owned {

    OrganizationId organization();
}

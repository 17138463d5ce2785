package dev.corridor.domain.organization;

/** An object of one organization, which never changes hands. {@link OrganizationId#owns} decides who may see it. */
public interface Owned {

    OrganizationId organization();
}

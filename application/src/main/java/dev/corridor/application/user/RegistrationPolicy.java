package dev.corridor.application.user;

import dev.corridor.domain.organization.OrganizationStatus;

/**
 * Whether the public may register, and the settings of new organizations.
 *
 * @param status of a new organization
 * @param cryptoPayoutsEnabled whether it may pay out over blockchains
 */
public record RegistrationPolicy(boolean open, OrganizationStatus status, boolean cryptoPayoutsEnabled) {}

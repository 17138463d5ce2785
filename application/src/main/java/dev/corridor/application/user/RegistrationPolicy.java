package dev.corridor.application.user;

import dev.corridor.domain.organization.OrganizationStatus;

/**
 * Whether strangers may register, and what becomes of those who do.
 *
 * @param status how a new organization stands
 * @param cryptoPayoutsEnabled whether it may pay out over blockchains
 */
public record RegistrationPolicy(boolean open, OrganizationStatus status, boolean cryptoPayoutsEnabled) {}

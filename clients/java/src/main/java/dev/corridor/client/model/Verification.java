package dev.corridor.client.model;

import java.time.Instant;

/**
 * The verification of an organization.
 *
 * @param type of the organization
 */
public record Verification(VerificationStatus status, OrganizationType type, Instant updatedAt) {}

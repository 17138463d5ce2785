package dev.corridor.client.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An organization.
 *
 * @param status what it may do: all (APPROVED), only read (NOT_APPROVED), or nothing (CLOSED)
 * @param verificationStatus how far its identification has got
 * @param createdByOrganizationId null if the operator has created it
 * @param metadata notes of the organization that has created it
 */
public record Organization(
        String organizationId,
        String name,
        OrganizationType type,
        OrganizationStatus status,
        VerificationStatus verificationStatus,
        boolean cryptoPayoutsEnabled,
        Optional<String> createdByOrganizationId,
        Map<String, String> metadata,
        Optional<NetworkSettings> nxosnet,
        Instant createdAt,
        Instant updatedAt) {}

package dev.corridor.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter of authorization.
 *
 * @param status PENDING until it is signed and the organization that grants it is verified; REVOKED for good
 */
public record Authorization(
        String grantingOrganizationId,
        String authorizedOrganizationId,
        AuthorizationType type,
        LetterStatus status,
        Optional<Instant> signedAt,
        Optional<Instant> revokedAt,
        Optional<String> revokedReason,
        Instant createdAt,
        Instant updatedAt) {}

package dev.corridor.domain.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter by which one organization lets another, its broker, act for it. It takes effect when it is signed and the organization that grants it
 * is verified. Source: the NXOS contract, section 4.
 *
 * @param organization the one that grants it, and owns the letter
 * @param authorized the broker
 * @param revokedReason empty if none was given
 */
public record LetterOfAuthorization(
        LetterId id,
        OrganizationId organization,
        OrganizationId authorized,
        LetterStatus status,
        Optional<Instant> signedAt,
        Optional<Instant> revokedAt,
        String revokedReason,
        Instant createdAt,
        Instant updatedAt)
        implements Owned {

    public LetterOfAuthorization {
        if (organization.equals(authorized)) {
            throw new IllegalArgumentException("an organization needs no letter to act for itself");
        }
        boolean isConsistent = switch (status) {
            case PENDING -> revokedAt.isEmpty();
            case ACTIVE -> signedAt.isPresent() && revokedAt.isEmpty();
            case REVOKED -> revokedAt.isPresent();
        };
        if (!isConsistent) {
            throw new IllegalArgumentException("the letter's times do not fit its status " + status);
        }
    }

    /** Drawn up, and not signed yet. */
    public static LetterOfAuthorization drawnUp(LetterId id, OrganizationId granting, OrganizationId authorized, Instant now) {
        return new LetterOfAuthorization(
                id, granting, authorized, LetterStatus.PENDING, Optional.empty(), Optional.empty(), "", now, now);
    }

    public boolean isRevoked() {
        return status == LetterStatus.REVOKED;
    }

    public boolean isActive() {
        return status == LetterStatus.ACTIVE;
    }

    /** A signature is given once; a letter that has one stays as it is. */
    public LetterOfAuthorization signed(Instant now) {
        return signedAt.isPresent() ? this : changed(status, Optional.of(now), now);
    }

    /** Takes effect if it is signed and the organization that grants it is verified. */
    public LetterOfAuthorization effectiveFor(Organization granting, Instant now) {
        boolean takesEffect = status == LetterStatus.PENDING
                && signedAt.isPresent()
                && granting.verification() == VerificationStatus.APPROVED;
        return takesEffect ? changed(LetterStatus.ACTIVE, signedAt, now) : this;
    }

    public LetterOfAuthorization revoked(String reason, Instant now) {
        return new LetterOfAuthorization(
                id, organization, authorized, LetterStatus.REVOKED, signedAt, Optional.of(now), reason, createdAt, now);
    }

    private LetterOfAuthorization changed(LetterStatus newStatus, Optional<Instant> signed, Instant now) {
        return new LetterOfAuthorization(id, organization, authorized, newStatus, signed, revokedAt, revokedReason, createdAt, now);
    }
}

package dev.corridor.domain.organization;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.text.VisibleText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A customer of the payments backend.
 *
 * @param isClosed whether the operator has closed it, whatever its verification says
 * @param cryptoPayoutsEnabled whether it may pay out over blockchains
 * @param createdBy the organization that has made it: its broker, or the other side in the sandbox; empty if the operator has
 * @param metadata notes of the organization that has made it
 */
public record Organization(
        OrganizationId id,
        String name,
        OrganizationType type,
        VerificationStatus verification,
        boolean isClosed,
        boolean cryptoPayoutsEnabled,
        Optional<OrganizationId> createdBy,
        Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    public Organization {
        if (!VisibleText.isVisible(name)) {
            throw new IllegalArgumentException("an organization has a name that can be seen");
        }
        metadata = Map.copyOf(metadata);
    }

    /** A business that the operator, or the sandbox, founds in a status. */
    public static Organization founded(
            OrganizationId id,
            String name,
            OrganizationStatus status,
            boolean cryptoPayoutsEnabled,
            Optional<OrganizationId> createdBy,
            Instant now) {
        return new Organization(
                id,
                name,
                OrganizationType.BUSINESS,
                VerificationStatus.NOT_STARTED,
                false,
                cryptoPayoutsEnabled,
                createdBy,
                Map.of(),
                now,
                now)
                .withStatus(status, now);
    }

    /** A customer of a broker, which must be verified before it may transact. */
    public static Organization childOf(
            OrganizationId broker,
            OrganizationId id,
            String name,
            OrganizationType type,
            boolean cryptoPayoutsEnabled,
            Map<String, String> metadata,
            Instant now) {
        return new Organization(
                id, name, type, VerificationStatus.NOT_STARTED, false, cryptoPayoutsEnabled, Optional.of(broker), metadata, now, now);
    }

    /** What it may do follows from its verification, unless it is closed. */
    public OrganizationStatus status() {
        if (isClosed) {
            return OrganizationStatus.CLOSED;
        }
        return verification == VerificationStatus.APPROVED ? OrganizationStatus.APPROVED : OrganizationStatus.NOT_APPROVED;
    }

    public void requireCryptoPayouts() {
        if (!cryptoPayoutsEnabled) {
            throw new BusinessException(new Forbidden("Crypto payouts are not enabled for this organization."));
        }
    }

    /** The operator's word stands for a verification: approving ends it, and withdrawing an approval puts it on hold. */
    public Organization withStatus(OrganizationStatus status, Instant now) {
        return switch (status) {
            case APPROVED -> changed(VerificationStatus.APPROVED, false, cryptoPayoutsEnabled, now);
            case NOT_APPROVED -> changed(
                    verification == VerificationStatus.APPROVED ? VerificationStatus.ON_HOLD : verification, false, cryptoPayoutsEnabled, now);
            case CLOSED -> changed(verification, true, cryptoPayoutsEnabled, now);
        };
    }

    public Organization withVerification(VerificationStatus status, Instant now) {
        return changed(status, isClosed, cryptoPayoutsEnabled, now);
    }

    /** Documents have come in. One whose documents are not wanted stays as it is. */
    public Organization submitted(Instant now) {
        return verification.takesSubmission() ? withVerification(VerificationStatus.PENDING, now) : this;
    }

    public Organization withCryptoPayouts(boolean enabled, Instant now) {
        return changed(verification, isClosed, enabled, now);
    }

    private Organization changed(VerificationStatus newVerification, boolean closed, boolean cryptoPayouts, Instant now) {
        return new Organization(id, name, type, newVerification, closed, cryptoPayouts, createdBy, metadata, createdAt, now);
    }
}

package dev.corridor.domain.organization;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.text.VisibleText;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer of the payments backend.
 *
 * @param cryptoPayoutsEnabled whether it may pay out over blockchains
 * @param createdBy the organization that has made it, to play the other side in the sandbox; empty if the operator has
 */
public record Organization(
        OrganizationId id,
        String name,
        OrganizationStatus status,
        boolean cryptoPayoutsEnabled,
        Optional<OrganizationId> createdBy,
        Instant createdAt) {

    public Organization {
        if (!VisibleText.isVisible(name)) {
            throw new IllegalArgumentException("an organization has a name that can be seen");
        }
    }

    public void requireCryptoPayouts() {
        if (!cryptoPayoutsEnabled) {
            throw new BusinessException(new Forbidden("Crypto payouts are not enabled for this organization."));
        }
    }

    public Organization withStatus(OrganizationStatus status) {
        return new Organization(id, name, status, cryptoPayoutsEnabled, createdBy, createdAt);
    }

    public Organization withCryptoPayouts(boolean enabled) {
        return new Organization(id, name, status, enabled, createdBy, createdAt);
    }
}

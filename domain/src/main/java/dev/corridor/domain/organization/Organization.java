package dev.corridor.domain.organization;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import java.time.Instant;

/**
 * A customer of the payments backend.
 *
 * @param cryptoPayoutsEnabled whether it may pay out over blockchains
 */
public record Organization(OrganizationId id, String name, boolean cryptoPayoutsEnabled, Instant createdAt) {

    public Organization {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an organization has a name");
        }
    }

    public void requireCryptoPayouts() {
        if (!cryptoPayoutsEnabled) {
            throw new BusinessException(new Forbidden("Crypto payouts are not enabled for this organization."));
        }
    }
}

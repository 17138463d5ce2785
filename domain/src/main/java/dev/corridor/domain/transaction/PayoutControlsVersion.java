package dev.corridor.domain.transaction;

import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was decided about the controls of payouts. The newest version for an organization is in force, then the newest of the default. Versions stay.
 *
 * @param organization whose controls they are; empty for the default, which holds for all that have none of their own
 * @param key of which payouts
 * @param controls empty if the organization's own controls end and the default holds again; a default always has them
 * @param decidedBy the operator's own word for who has decided it, and why
 */
public record PayoutControlsVersion(
        Optional<OrganizationId> organization, FeeKey key, Optional<PayoutControls> controls, String decidedBy, Instant decidedAt) {

    public PayoutControlsVersion {
        if (organization.isEmpty() && controls.isEmpty()) {
            throw new IllegalArgumentException("the default has controls, if only none");
        }
        if (controls.stream().flatMap(PayoutControls::bounds).anyMatch(bound -> !bound.asset().equals(key.asset()))) {
            throw new IllegalArgumentException("a bound is in the asset of what it is for");
        }
    }
}

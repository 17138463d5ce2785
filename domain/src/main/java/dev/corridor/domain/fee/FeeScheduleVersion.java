package dev.corridor.domain.fee;

import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was decided about a price. The newest version for an organization is in force, then the newest of the default. Versions stay.
 *
 * @param organization whose price it is; empty for the default, which holds for all that have none of their own
 * @param schedule empty if the organization's own price ends and the default holds again; a default always has one
 * @param decidedBy the operator's own word for who has decided it, and why
 */
public record FeeScheduleVersion(
        Optional<OrganizationId> organization, FeeKey key, Optional<FeeSchedule> schedule, String decidedBy, Instant decidedAt) {

    public FeeScheduleVersion {
        if (organization.isEmpty() && schedule.isEmpty()) {
            throw new IllegalArgumentException("the default is a price");
        }
        if (schedule.stream().anyMatch(price -> !price.fixed().asset().equals(key.asset()))) {
            throw new IllegalArgumentException("a price is in the asset of what it is for");
        }
    }
}

package dev.corridor.application.fee;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** An operator decides what a payout costs: by default, or for one organization. The payouts that are decided afterwards are charged by it. */
public interface SetFeeSchedule {

    @Refuses(OrganizationNotFound.class)
    FeeScheduleVersion set(Command command);

    /**
     * @param organization empty for the default
     * @param schedule empty to let the default hold for the organization again
     * @param decidedBy who has decided it, and why
     */
    record Command(
            Operator by, Optional<OrganizationId> organization, FeeKey key, Optional<FeeSchedule> schedule, String decidedBy, Origin origin) {}
}

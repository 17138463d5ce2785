package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import java.util.Optional;

/** An operator decides what payouts must obey: by default, or for one organization. The payouts that are decided afterwards obey it. */
public interface SetPayoutControls {

    @Refuses(OrganizationNotFound.class)
    PayoutControlsVersion set(Command command);

    /**
     * @param organization empty for the default
     * @param key of which payouts
     * @param controls empty to let the default hold for the organization again
     * @param decidedBy who has decided it, and why
     */
    record Command(Optional<OrganizationId> organization, FeeKey key, Optional<PayoutControls> controls, String decidedBy) {}
}

package dev.corridor.application.operator;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationStatus;
import java.util.Optional;

/** What is done to an organization. */
public enum OrganizationAct implements Act {
    APPROVE(Optional.of(OrganizationStatus.APPROVED), Optional.empty()),
    SUSPEND(Optional.of(OrganizationStatus.NOT_APPROVED), Optional.empty()),
    CLOSE(Optional.of(OrganizationStatus.CLOSED), Optional.empty()),
    ALLOW_CRYPTO(Optional.empty(), Optional.of(true)),
    FORBID_CRYPTO(Optional.empty(), Optional.of(false));

    private final Optional<OrganizationStatus> status;
    private final Optional<Boolean> cryptoPayouts;

    OrganizationAct(Optional<OrganizationStatus> status, Optional<Boolean> cryptoPayouts) {
        this.status = status;
        this.cryptoPayouts = cryptoPayouts;
    }

    /** @param caller an operator who acts for the organization */
    public ChangeOrganization.Command command(Caller caller, Origin origin) {
        return new ChangeOrganization.Command(caller, caller.organization(), status, cryptoPayouts, origin, Once.eachTime());
    }
}

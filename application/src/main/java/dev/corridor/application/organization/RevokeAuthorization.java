package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationError.AuthorizationNotFound;
import dev.corridor.domain.organization.OrganizationId;

/**
 * Revokes a letter of authorization, by either of its parties. When this returns, nothing more moves on behalf of the organization: what had begun
 * before has ended. A payout that was decided before is still carried out. Source: the NXOS contract, section 4.
 */
public interface RevokeAuthorization {

    @Refuses({Forbidden.class, AuthorizationNotFound.class})
    LetterOfAuthorization revoke(Command command);

    /** @param reason empty if none is given */
    record Command(
            Caller caller,
            OrganizationId granting,
            OrganizationId authorized,
            String reason,
            Origin origin,
            Once<LetterOfAuthorization> once) {}
}

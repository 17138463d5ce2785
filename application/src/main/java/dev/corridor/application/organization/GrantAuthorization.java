package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;

/**
 * Signs a letter of authorization: the other organization may act for the caller's. It takes effect as soon as the caller's organization is verified. A
 * letter that waits for its signature is signed; one that has it stays as it is. Corridor's own.
 */
public interface GrantAuthorization {

    @Refuses({Forbidden.class, OrganizationNotFound.class})
    LetterOfAuthorization grant(Command command);

    record Command(Caller caller, OrganizationId authorized, Origin origin, Once<LetterOfAuthorization> once) {}
}

package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;

/**
 * Opens a session in which the caller's organization hands in what its verification needs, and signs the letter of authorization of its broker. One
 * that is not examined yet becomes PENDING. Repeating gives another token for the same applicant. Source: the NXOS contract, section 4.
 */
public interface StartVerification {

    @Refuses({OrganizationNotFound.class, Forbidden.class})
    VerificationSession start(Command command);

    record Command(Caller caller, Origin origin) {}
}

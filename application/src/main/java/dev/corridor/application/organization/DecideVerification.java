package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.VerificationStatus;

/** Operator only: decides the verification of an organization. The organization may transact from then on, or no longer. Idempotent. */
public interface DecideVerification {

    @Refuses(OrganizationNotFound.class)
    Organization decide(Command command);

    /**
     * @param letterSigned whether the organization has signed the letter of authorization of the one that created it
     * @param evidence by what the operator knows; kept in the audit log
     * @param onlyIfPending leaves one that is not pending as it is
     */
    record Command(
            OrganizationId organization,
            VerificationStatus status,
            boolean letterSigned,
            String evidence,
            boolean onlyIfPending,
            Origin origin) {}
}

package dev.corridor.domain.organization;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.FORBIDDEN;
import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;
import static dev.corridor.domain.error.Retry.NEVER;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;

/** What can be wrong with an organization, its verification, or its letters of authorization. Source: the NXOS contract, section 4. */
public sealed interface OrganizationError extends BusinessError {

    @Failure(
            kind = FORBIDDEN,
            retry = NEVER,
            title = "A letter of authorization is required",
            meaning = "`Nxos-On-Behalf-Of` names an organization for which you have no active letter of authorization.",
            advice = "Read `GET /v1/authorizations`. The organization must sign a letter, and be verified.",
            message = "You have no active letter of authorization of this organization.")
    record AuthorizationRequired(OrganizationId organization) implements OrganizationError {}

    @Failure(
            kind = NOT_FOUND,
            title = "Organization not found",
            meaning = "There is no such organization, or it is not yours.",
            advice = "Mend the id.",
            message = "Organization not found.")
    record OrganizationNotFound(OrganizationId organization) implements OrganizationError {}

    @Failure(
            kind = NOT_FOUND,
            title = "Authorization not found",
            meaning = "There is no letter of authorization between these organizations, or it is revoked already.",
            advice = "Read `GET /v1/authorizations`.",
            message = "There is no letter of authorization of these organizations that could be revoked.")
    record AuthorizationNotFound(OrganizationId grantingOrganization, OrganizationId authorizedOrganization) implements OrganizationError {}

    @Failure(
            kind = CONFLICT,
            title = "The share token is invalid",
            meaning = "The provider of verifications does not accept the token, or it has been used.",
            advice = "Have a new token made where the organization was verified.",
            message = "The share token is not accepted, or has been used already.")
    record ShareTokenInvalid() implements OrganizationError {}
}

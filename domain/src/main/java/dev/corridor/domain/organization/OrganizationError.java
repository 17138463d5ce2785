package dev.corridor.domain.organization;

import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;

/** What can be wrong with an organization. */
public sealed interface OrganizationError extends BusinessError {

    @Failure(
            kind = NOT_FOUND,
            title = "Organization not found",
            meaning = "There is no such organization, or it is not yours.",
            advice = "Mend the id.",
            message = "Organization not found.")
    record OrganizationNotFound(OrganizationId organization) implements OrganizationError {}
}

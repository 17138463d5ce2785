package dev.corridor.domain.organization;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;

/** What can be wrong with an organization. */
public sealed interface OrganizationError extends BusinessError {

    record OrganizationNotFound(OrganizationId organization) implements OrganizationError {

        @Override
        public String code() {
            return "organization_not_found";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }

        @Override
        public String message() {
            return "Organization not found.";
        }
    }
}

package dev.corridor.http.api.user;

import dev.corridor.application.user.RegisterUser;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;

/**
 * @param organizationStatus NOT_APPROVED if the operator must approve it first
 * @param accountId the organization's primary account
 */
@Serdeable
record RegistrationResponse(@Literal("registration") String object, UserResponse user, @Spells(OrganizationId.class) String organizationId,
        @Spells(OrganizationStatus.class) String organizationStatus, @Spells(AccountId.class) String accountId) {

    static RegistrationResponse of(RegisterUser.Result registered) {
        return new RegistrationResponse(
                "registration",
                UserResponse.of(registered.user()),
                registered.organization().id().toString(),
                registered.organization().status().name(),
                registered.primaryAccount().id().toString());
    }
}

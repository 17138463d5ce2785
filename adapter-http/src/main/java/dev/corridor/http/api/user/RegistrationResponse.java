package dev.corridor.http.api.user;

import dev.corridor.application.user.RegisterUser;
import io.micronaut.serde.annotation.Serdeable;

/**
 * @param organizationStatus NOT_APPROVED if the operator must approve it first
 * @param accountId the organization's primary account
 */
@Serdeable
record RegistrationResponse(String object, UserResponse user, String organizationId, String organizationStatus, String accountId) {

    static RegistrationResponse of(RegisterUser.Result registered) {
        return new RegistrationResponse(
                "registration",
                UserResponse.of(registered.user()),
                registered.organization().id().toString(),
                registered.organization().status().name(),
                registered.primaryAccount().id().toString());
    }
}

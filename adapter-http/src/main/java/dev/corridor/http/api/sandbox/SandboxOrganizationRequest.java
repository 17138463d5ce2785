package dev.corridor.http.api.sandbox;

import dev.corridor.application.onboarding.CreateSandboxOrganization;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * @param status APPROVED if absent; others let you test {@code client_inactive}
 * @param cryptoPayoutsEnabled true if absent; false lets you test {@code forbidden} on a crypto payout
 */
@Introspected
record SandboxOrganizationRequest(
        @Required @Text(max = 200) String name,
        @Nullable @OneOf(OrganizationStatus.class) String status,
        @Nullable Boolean cryptoPayoutsEnabled)
        implements JsonRequest {

    CreateSandboxOrganization.Command toCommand(Caller caller, Origin origin) {
        return new CreateSandboxOrganization.Command(
                caller,
                name,
                status == null ? OrganizationStatus.APPROVED : OrganizationStatus.valueOf(status),
                cryptoPayoutsEnabled == null || cryptoPayoutsEnabled,
                origin);
    }
}

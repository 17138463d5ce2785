package dev.corridor.http.sandbox;

import dev.corridor.application.onboarding.CreateSandboxOrganization;
import dev.corridor.domain.access.Caller;
import dev.corridor.http.body.JsonRequest;
import dev.corridor.http.validation.Required;
import dev.corridor.http.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** @param cryptoPayoutsEnabled true if absent; false to see {@code forbidden} on a crypto payout */
@Introspected
record SandboxOrganizationRequest(@Required @Text(max = 200) String name, @Nullable Boolean cryptoPayoutsEnabled)
        implements JsonRequest {

    CreateSandboxOrganization.Command toCommand(Caller caller) {
        return new CreateSandboxOrganization.Command(caller, name, cryptoPayoutsEnabled == null || cryptoPayoutsEnabled);
    }
}

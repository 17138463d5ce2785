package dev.corridor.http.api.sandbox;

import dev.corridor.application.onboarding.OnboardOrganization;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/** @param apiKey shown only once: only its hash is stored */
@Serdeable
record SandboxOrganizationResponse(
        String object,
        String organizationId,
        String name,
        String status,
        boolean cryptoPayoutsEnabled,
        String primaryAccountId,
        String apiKey,
        String createdAt) {

    static SandboxOrganizationResponse of(OnboardOrganization.Result created) {
        return new SandboxOrganizationResponse(
                "organization",
                created.organization().id().toString(),
                created.organization().name(),
                created.organization().status().name(),
                created.organization().cryptoPayoutsEnabled(),
                created.primaryAccount().id().toString(),
                created.key().value(),
                Timestamp.format(created.organization().createdAt()));
    }

    /** Omits the key, which is a secret. */
    @Override
    public String toString() {
        return "SandboxOrganizationResponse[" + organizationId + "]";
    }
}

package dev.corridor.http.api.sandbox;

import dev.corridor.application.onboarding.OnboardOrganization;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** @param apiKey shown only once: only its hash is stored */
@Serdeable
record SandboxOrganizationResponse(
        @Literal("organization") String object,
        @Spells(OrganizationId.class) String organizationId,
        String name,
        @Spells(OrganizationStatus.class) String status,
        boolean cryptoPayoutsEnabled,
        @Spells(AccountId.class) String primaryAccountId,
        String apiKey,
        @Spells(Instant.class) String createdAt) {

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

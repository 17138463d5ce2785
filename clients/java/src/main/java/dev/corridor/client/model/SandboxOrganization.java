package dev.corridor.client.model;

import java.time.Instant;

/** @param apiKey shown only once: only its hash is stored */
public record SandboxOrganization(
        String organizationId,
        String name,
        OrganizationStatus status,
        boolean cryptoPayoutsEnabled,
        String primaryAccountId,
        String apiKey,
        Instant createdAt) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "SandboxOrganization[confidential]";
    }
}

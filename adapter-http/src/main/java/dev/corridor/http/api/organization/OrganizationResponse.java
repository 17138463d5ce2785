package dev.corridor.http.api.organization;

import dev.corridor.domain.organization.Organization;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/** @param status APPROVED, NOT_APPROVED or CLOSED */
@Serdeable
public record OrganizationResponse(
        String object, String organizationId, String name, String status, boolean cryptoPayoutsEnabled, String createdAt) {

    public static OrganizationResponse of(Organization organization) {
        return new OrganizationResponse(
                "organization",
                organization.id().toString(),
                organization.name(),
                organization.status().name(),
                organization.cryptoPayoutsEnabled(),
                Timestamp.format(organization.createdAt()));
    }
}

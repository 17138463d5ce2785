package dev.corridor.http.organization;

import dev.corridor.domain.organization.Organization;
import dev.corridor.http.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/** An organization on the wire. */
@Serdeable
record OrganizationResponse(String object, String organizationId, String name, boolean cryptoPayoutsEnabled, String createdAt) {

    static OrganizationResponse of(Organization organization) {
        return new OrganizationResponse(
                "organization",
                organization.id().toString(),
                organization.name(),
                organization.cryptoPayoutsEnabled(),
                Timestamp.format(organization.createdAt()));
    }
}

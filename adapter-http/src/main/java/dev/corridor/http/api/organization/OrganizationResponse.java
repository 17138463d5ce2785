package dev.corridor.http.api.organization;

import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** @param status APPROVED, NOT_APPROVED or CLOSED */
@Serdeable
public record OrganizationResponse(
        @Literal("organization") String object, @Spells(OrganizationId.class) String organizationId, String name,
        @Spells(OrganizationStatus.class) String status, boolean cryptoPayoutsEnabled, @Spells(Instant.class) String createdAt) {

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

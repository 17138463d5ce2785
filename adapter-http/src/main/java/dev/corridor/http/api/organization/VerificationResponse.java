package dev.corridor.http.api.organization;

import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationType;
import dev.corridor.domain.organization.VerificationStatus;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * The verification of an organization.
 *
 * @param type of the organization
 */
@Serdeable
record VerificationResponse(
        @Literal("organization_verification") String object,
        @Spells(VerificationStatus.class) String status,
        @Spells(OrganizationType.class) String type,
        @Spells(Instant.class) String updatedAt) {

    static VerificationResponse of(Organization organization) {
        return new VerificationResponse(
                "organization_verification",
                organization.verification().name(),
                organization.type().name(),
                Timestamp.format(organization.updatedAt()));
    }
}

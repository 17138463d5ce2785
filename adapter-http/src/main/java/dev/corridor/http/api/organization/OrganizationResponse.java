package dev.corridor.http.api.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.organization.OrganizationType;
import dev.corridor.domain.organization.VerificationStatus;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * An organization.
 *
 * @param status what it may do: all (APPROVED), only read (NOT_APPROVED), or nothing (CLOSED)
 * @param verificationStatus how far its identification has got
 * @param createdByOrganizationId null if the operator has created it
 * @param metadata notes of the organization that has created it
 * @param nxosnet how it is known on the network; only where an organization is read
 */
@Serdeable
public record OrganizationResponse(
        @Literal("organization") String object,
        @Spells(OrganizationId.class) String organizationId,
        String name,
        @Spells(OrganizationType.class) String type,
        @Spells(OrganizationStatus.class) String status,
        @Spells(VerificationStatus.class) String verificationStatus,
        boolean cryptoPayoutsEnabled,
        @Nullable @Spells(OrganizationId.class) String createdByOrganizationId,
        Map<String, String> metadata,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) NetworkSettingsResponse nxosnet,
        @Spells(Instant.class) String createdAt,
        @Spells(Instant.class) String updatedAt) {

    static OrganizationResponse found(GetOrganization.Result found) {
        return of(found.organization(), NetworkSettingsResponse.of(found.member()));
    }

    /** Without what belongs to the network. */
    public static OrganizationResponse changed(Organization organization) {
        return of(organization, null);
    }

    private static OrganizationResponse of(Organization organization, @Nullable NetworkSettingsResponse nxosnet) {
        return new OrganizationResponse(
                "organization",
                organization.id().toString(),
                organization.name(),
                organization.type().name(),
                organization.status().name(),
                organization.verification().name(),
                organization.cryptoPayoutsEnabled(),
                organization.createdBy().map(OrganizationId::toString).orElse(null),
                organization.metadata(),
                nxosnet,
                Timestamp.format(organization.createdAt()),
                Timestamp.format(organization.updatedAt()));
    }
}

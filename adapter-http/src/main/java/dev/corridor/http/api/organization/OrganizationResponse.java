package dev.corridor.http.api.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * @param status APPROVED, NOT_APPROVED or CLOSED
 * @param nxosnet how it is known on the network; only where an organization is read
 */
@Serdeable
public record OrganizationResponse(
        @Literal("organization") String object,
        @Spells(OrganizationId.class) String organizationId,
        String name,
        @Spells(OrganizationStatus.class) String status,
        boolean cryptoPayoutsEnabled,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) NetworkSettingsResponse nxosnet,
        @Spells(Instant.class) String createdAt) {

    static OrganizationResponse found(GetOrganization.Result found) {
        return of(found.organization(), NetworkSettingsResponse.of(found.member()));
    }

    public static OrganizationResponse changed(Organization organization) {
        return of(organization, null);
    }

    private static OrganizationResponse of(Organization organization, @Nullable NetworkSettingsResponse nxosnet) {
        return new OrganizationResponse(
                "organization",
                organization.id().toString(),
                organization.name(),
                organization.status().name(),
                organization.cryptoPayoutsEnabled(),
                nxosnet,
                Timestamp.format(organization.createdAt()));
    }
}

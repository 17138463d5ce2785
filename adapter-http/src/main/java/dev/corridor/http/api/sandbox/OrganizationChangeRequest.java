package dev.corridor.http.api.sandbox;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.OneOf;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/** An operator's change of an organization. Absent members stay unchanged. */
@Introspected
record OrganizationChangeRequest(
        @Nullable @OneOf(OrganizationStatus.class) String status, @Nullable Boolean cryptoPayoutsEnabled)
        implements JsonRequest {

    ChangeOrganization.Command toCommand(Caller caller, OrganizationId organization, Origin origin, Once<Organization> once) {
        return new ChangeOrganization.Command(
                caller,
                organization,
                Optional.ofNullable(status).map(OrganizationStatus::valueOf),
                Optional.ofNullable(cryptoPayoutsEnabled),
                origin,
                once);
    }
}

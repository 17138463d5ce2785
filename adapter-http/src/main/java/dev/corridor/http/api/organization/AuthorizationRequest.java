package dev.corridor.http.api.organization;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.GrantAuthorization;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.AuthorizationType;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;

/** @param authorizedOrganizationId the one that may act for yours */
@Introspected
record AuthorizationRequest(
        @Required @Is(AnOrganizationId.class) String authorizedOrganizationId, @Required @OneOf(AuthorizationType.class) String type)
        implements JsonRequest {

    GrantAuthorization.Command toCommand(Caller caller, Origin origin, Once<LetterOfAuthorization> once) {
        return new GrantAuthorization.Command(caller, OrganizationId.parse(authorizedOrganizationId), origin, once);
    }
}

package dev.corridor.http.api.organization;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.RevokeAuthorization;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.AuthorizationType;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalText;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** Names an authorization by its two parties, of which yours is one. */
@Introspected
record RevocationRequest(
        @Required @Is(AnOrganizationId.class) String grantingOrganizationId,
        @Required @Is(AnOrganizationId.class) String authorizedOrganizationId,
        @Required @OneOf(AuthorizationType.class) String type,
        @Nullable @Text(max = 500) String reason)
        implements JsonRequest {

    RevokeAuthorization.Command toCommand(Caller caller, Origin origin, Once<LetterOfAuthorization> once) {
        return new RevokeAuthorization.Command(
                caller,
                OrganizationId.parse(grantingOrganizationId),
                OrganizationId.parse(authorizedOrganizationId),
                OptionalText.orEmpty(reason),
                origin,
                once);
    }
}

package dev.corridor.http.api.organization;

import dev.corridor.application.organization.GrantAuthorization;
import dev.corridor.application.organization.ListAuthorizations;
import dev.corridor.application.organization.RevokeAuthorization;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.OnBehalf;
import dev.corridor.http.edge.route.OnBehalf.Meaning;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/** A broker does not hand on what it is authorized for, so nothing here is done on behalf of a customer. */
@Controller("/v1/authorizations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organizations")
@OnBehalf(Meaning.REFUSED)
final class AuthorizationController {

    private static final Cursor<LetterId> AUTHORIZATIONS = new Cursor<>("authorizations", LetterId::parse);

    private final ListAuthorizations listAuthorizations;
    private final GrantAuthorization grantAuthorization;
    private final RevokeAuthorization revokeAuthorization;

    AuthorizationController(
            ListAuthorizations listAuthorizations, GrantAuthorization grantAuthorization, RevokeAuthorization revokeAuthorization) {
        this.listAuthorizations = listAuthorizations;
        this.grantAuthorization = grantAuthorization;
        this.revokeAuthorization = revokeAuthorization;
    }

    /** List the letters of authorization that your organization grants, and those by which it is authorized, newest first. */
    @Get
    @Performs(ListAuthorizations.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    ListResponse<AuthorizationResponse> listAuthorizations(
            @Authenticated Caller caller, @RequestBean AuthorizationParameters filter, @RequestBean PageParameters page) {
        var letters = listAuthorizations.list(
                new ListAuthorizations.Command(caller, filter.toFilter(), page.toPageRequest(AUTHORIZATIONS)));
        return ListResponse.of(letters, AuthorizationResponse::of, LetterOfAuthorization::id, AUTHORIZATIONS);
    }

    /**
     * Sign a letter of authorization: another organization may act for yours with Nxos-On-Behalf-Of, as soon as yours is verified. Repeating changes
     * nothing.
     */
    @Post
    @Performs(GrantAuthorization.class)
    @RequiresPermission(Permission.ORGANIZATION_WRITE)
    AuthorizationResponse grantAuthorization(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Body AuthorizationRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(AuthorizationResponse::of, once -> grantAuthorization.grant(request.toCommand(caller, origin, once)));
    }

    /**
     * Revoke a letter of authorization, of which your organization is either party. After the answer nothing more moves on behalf of the organization
     * that granted it; what was decided before is carried out.
     */
    @Post("/revoke")
    @Performs(RevokeAuthorization.class)
    @RequiresPermission(Permission.ORGANIZATION_WRITE)
    AuthorizationResponse revokeAuthorization(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Body RevocationRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(AuthorizationResponse::of, once -> revokeAuthorization.revoke(request.toCommand(caller, origin, once)));
    }
}

package dev.corridor.http.api.organization;

import dev.corridor.application.organization.ChangeNetworkMember;
import dev.corridor.application.organization.CreateCustomer;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.application.organization.ImportVerification;
import dev.corridor.application.organization.StartVerification;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.OnBehalf;
import dev.corridor.http.edge.route.OnBehalf.Meaning;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/organizations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organizations")
final class OrganizationController {

    private final GetOrganization getOrganization;
    private final CreateCustomer createCustomer;
    private final StartVerification startVerification;
    private final ImportVerification importVerification;
    private final ChangeNetworkMember changeNetworkMember;

    OrganizationController(
            GetOrganization getOrganization,
            CreateCustomer createCustomer,
            StartVerification startVerification,
            ImportVerification importVerification,
            ChangeNetworkMember changeNetworkMember) {
        this.getOrganization = getOrganization;
        this.createCustomer = createCustomer;
        this.startVerification = startVerification;
        this.importVerification = importVerification;
        this.changeNetworkMember = changeNetworkMember;
    }

    /** Read your organization, or the one that you act for. */
    @Get
    @Performs(GetOrganization.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    OrganizationResponse getOwnOrganization(@Authenticated Caller caller) {
        return OrganizationResponse.found(getOrganization.get(new GetOrganization.Command(caller)));
    }

    /**
     * Create an organization that is a customer of yours, with a primary account and without a key. You act for it with Nxos-On-Behalf-Of: for its
     * verification at once, and for all else when it has signed a letter of authorization and is verified. The header is ignored here.
     */
    @Post
    @Performs(CreateCustomer.class)
    @RequiresPermission(Permission.ORGANIZATION_WRITE)
    @OnBehalf(Meaning.IGNORED)
    OrganizationResponse createCustomer(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Body CustomerRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(OrganizationResponse::changed, once -> createCustomer.create(request.toCommand(caller, origin, once)));
    }

    /**
     * Read your organization by its id.
     *
     * @param organizationId your own, or the one that you act for; all others are reported as not found
     */
    @Get("/{organizationId}")
    @Performs(GetOrganization.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    OrganizationResponse getOrganization(@Authenticated Caller caller, @Spells(OrganizationId.class) String organizationId) {
        var id = Parameter.parse("organizationId", organizationId, OrganizationId::parse);
        return OrganizationResponse.found(getOrganization.get(new GetOrganization.Command(caller, id)));
    }

    /** Change how your organization is known on the network, over which organizations pay each other by handle. */
    @Patch("/nxosnet")
    @Performs(ChangeNetworkMember.class)
    @RequiresPermission(Permission.ORGANIZATION_WRITE)
    NetworkSettingsResponse changeNetworkSettings(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Body NetworkSettingsRequest request,
            @Idempotent IdempotentRequest attempt) {
        return attempt.answer(NetworkSettingsResponse::of, once -> changeNetworkMember.change(request.toCommand(caller, origin, once)));
    }

    /** Read how far the verification has got. */
    @Get("/verification")
    @Performs(GetOrganization.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    @OnBehalf(Meaning.PENDING_CUSTOMER)
    VerificationResponse getVerification(@Authenticated Caller caller) {
        return VerificationResponse.of(getOrganization.get(new GetOrganization.Command(caller)).organization());
    }

    /**
     * Open a session in which the organization hands in its documents, and signs the letter of authorization of the organization that created it. The session
     * ends after about 30 minutes; repeating opens another one for the same applicant. Takes no Idempotency-Key: the answer would have to be remembered,
     * and access tokens are not stored.
     */
    @Post("/verification")
    @Consumes(MediaType.ALL)
    @Performs(StartVerification.class)
    @RequiresPermission(Permission.ORGANIZATION_WRITE)
    @OnBehalf(Meaning.PENDING_CUSTOMER)
    VerificationSessionResponse startVerification(@Authenticated Caller caller, @RequestOrigin Origin origin) {
        return VerificationSessionResponse.of(startVerification.start(new StartVerification.Command(caller, origin)));
    }

    /** Take over what the organization has handed in elsewhere, by a token that the provider there has made. It works once. */
    @Post("/verification/import")
    @Performs(ImportVerification.class)
    @RequiresPermission(Permission.ORGANIZATION_WRITE)
    @OnBehalf(Meaning.PENDING_CUSTOMER)
    VerificationResponse importVerification(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Body ShareTokenRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(VerificationResponse::of, once -> importVerification.importFrom(request.toCommand(caller, origin, once)));
    }
}

package dev.corridor.http.api.sandbox;

import dev.corridor.application.onboarding.CreateSandboxOrganization;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.transaction.EndPayout;
import dev.corridor.application.transaction.EndPayout.Ending;
import dev.corridor.application.transaction.ReturnPayout;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.api.organization.OrganizationResponse;
import dev.corridor.http.api.transaction.TransactionResponse;
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
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/sandbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sandbox")
final class SandboxController {

    private final CreateSandboxOrganization createOrganization;
    private final ChangeOrganization changeOrganization;
    private final Deposit deposit;
    private final EndPayout endPayout;
    private final ReturnPayout returnPayout;
    private final AssetCatalogue assets;

    SandboxController(
            CreateSandboxOrganization createOrganization,
            ChangeOrganization changeOrganization,
            Deposit deposit,
            EndPayout endPayout,
            ReturnPayout returnPayout,
            AssetCatalogue assets) {
        this.createOrganization = createOrganization;
        this.changeOrganization = changeOrganization;
        this.deposit = deposit;
        this.endPayout = endPayout;
        this.returnPayout = returnPayout;
        this.assets = assets;
    }

    /**
     * Create an organization with a primary account and a key, which is shown this once. Takes no Idempotency-Key: the answer would have to be
     * remembered, and keys are not stored.
     */
    @Post("/organizations")
    @Performs(CreateSandboxOrganization.class)
    @RequiresPermission(Permission.SANDBOX_WRITE)
    @OnBehalf(Meaning.REFUSED)
    SandboxOrganizationResponse createOrganization(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Body SandboxOrganizationRequest request) {
        return SandboxOrganizationResponse.of(createOrganization.create(request.toCommand(caller, origin)));
    }

    /** Act as the operator of an organization that you have created: approve or close it, or switch its crypto payouts. */
    @Patch("/organizations/{organizationId}")
    @Performs(ChangeOrganization.class)
    @RequiresPermission(Permission.SANDBOX_WRITE)
    @OnBehalf(Meaning.REFUSED)
    OrganizationResponse changeOrganization(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(OrganizationId.class) String organizationId,
            @Body OrganizationChangeRequest request,
            @Idempotent IdempotentRequest attempt) {
        var id = Parameter.parse("organizationId", organizationId, OrganizationId::parse);
        return attempt.answer(
                OrganizationResponse::changed, once -> changeOrganization.change(request.toCommand(caller, id, origin, once)));
    }

    /** Deposit money on an account, at once: fiat assets from a bank, stablecoins over a chain. */
    @Post("/deposits")
    @Performs(Deposit.class)
    @RequiresPermission(Permission.SANDBOX_WRITE)
    TransactionResponse deposit(@Authenticated Caller caller, @Body DepositRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(TransactionResponse::of, once -> deposit.deposit(request.toCommand(caller, assets, once)));
    }

    /** Settle a LOCKED payout. */
    @Post("/transactions/{transactionId}/settle")
    @Consumes(MediaType.ALL)
    @Performs(EndPayout.class)
    @RequiresPermission(Permission.SANDBOX_WRITE)
    TransactionResponse settle(@Authenticated Caller caller, @Spells(TransactionId.class) String transactionId,
            @Idempotent IdempotentRequest attempt) {
        return end(caller, transactionId, Ending.SETTLED, attempt);
    }

    /** Decline a LOCKED payout: the money becomes available again. */
    @Post("/transactions/{transactionId}/decline")
    @Consumes(MediaType.ALL)
    @Performs(EndPayout.class)
    @RequiresPermission(Permission.SANDBOX_WRITE)
    TransactionResponse decline(@Authenticated Caller caller, @Spells(TransactionId.class) String transactionId,
            @Idempotent IdempotentRequest attempt) {
        return end(caller, transactionId, Ending.DECLINED, attempt);
    }

    /**
     * Let money of a COMPLETED payout come back, all that is still out or a part, by a transaction of its own: the answer is that. The payout is REFUNDED
     * when all is back.
     */
    @Post("/transactions/{transactionId}/return")
    @Performs(ReturnPayout.class)
    @RequiresPermission(Permission.SANDBOX_WRITE)
    TransactionResponse bringBack(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(TransactionId.class) String transactionId,
            @Body ReturnRequest request,
            @Idempotent IdempotentRequest attempt) {
        var id = Parameter.parse("transactionId", transactionId, TransactionId::parse);
        return attempt.answer(TransactionResponse::of, once -> returnPayout.bringBack(request.toCommand(caller, id, origin, once)));
    }

    private TransactionResponse end(Caller caller, String transactionId, Ending ending, IdempotentRequest attempt) {
        var id = Parameter.parse("transactionId", transactionId, TransactionId::parse);
        return attempt.answer(TransactionResponse::of, once -> endPayout.end(new EndPayout.Command(caller, id, ending, once)));
    }
}

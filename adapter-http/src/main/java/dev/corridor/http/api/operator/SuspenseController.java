package dev.corridor.http.api.operator;

import dev.corridor.application.funding.ListSuspense;
import dev.corridor.application.funding.ResolveReceipt;
import dev.corridor.application.funding.ResolveReceipt.Verdict;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** What has arrived and is in no account, and the decision about it, which is taken once. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH + "/suspense", port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuspenseController {

    private static final int LISTED = 100;

    private final ListSuspense listSuspense;
    private final ResolveReceipt resolveReceipt;

    SuspenseController(ListSuspense listSuspense, ResolveReceipt resolveReceipt) {
        this.listSuspense = listSuspense;
        this.resolveReceipt = resolveReceipt;
    }

    /** List the oldest hundred receipts in suspense. */
    @Get
    @Performs(ListSuspense.class)
    ListResponse<ReceiptResponse> listSuspense(OnDuty onDuty) {
        return ListResponse.whole(listSuspense.list(new ListSuspense.Command(LISTED)).stream().map(ReceiptResponse::of).toList());
    }

    /** Credit it to an account. */
    @Post("/{receiptId}/assign")
    @Performs(ResolveReceipt.class)
    ReceiptResponse assign(OnDuty onDuty, @RequestOrigin Origin origin, String receiptId, @Body AssignmentRequest request) {
        return resolve(onDuty, origin, receiptId, new Verdict.Assign(AccountId.parse(request.accountId())), request.evidence());
    }

    /** Record that it has gone back. */
    @Post("/{receiptId}/return")
    @Performs(ResolveReceipt.class)
    ReceiptResponse giveBack(OnDuty onDuty, @RequestOrigin Origin origin, String receiptId, @Body EvidenceRequest request) {
        return resolve(onDuty, origin, receiptId, new Verdict.GiveBack(), request.evidence());
    }

    private ReceiptResponse resolve(OnDuty onDuty, Origin origin, String receiptId, Verdict verdict, String evidence) {
        var receipt = Parameter.parse("receiptId", receiptId, ReceiptId::parse);
        return ReceiptResponse.of(
                resolveReceipt.resolve(new ResolveReceipt.Command(onDuty.operator(), receipt, verdict, evidence, origin)));
    }
}

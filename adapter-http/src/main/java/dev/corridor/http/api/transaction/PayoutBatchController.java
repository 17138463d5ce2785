package dev.corridor.http.api.transaction;

import dev.corridor.application.transaction.CancelPayoutBatch;
import dev.corridor.application.transaction.CreatePayoutBatch;
import dev.corridor.application.transaction.GetPayoutBatch;
import dev.corridor.application.transaction.ListBatchItems;
import dev.corridor.application.transaction.ListPayoutBatches;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.body.ListBody;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Csv;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/v1/payout-batches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Transactions")
final class PayoutBatchController {

    private static final Cursor<PayoutBatchId> BATCHES = new Cursor<>("payoutbatches", PayoutBatchId::parse);
    private static final Cursor<Integer> ITEMS = new Cursor<>("payoutbatchitems", Integer::valueOf);

    private final CreatePayoutBatch createPayoutBatch;
    private final ListPayoutBatches listPayoutBatches;
    private final GetPayoutBatch getPayoutBatch;
    private final ListBatchItems listBatchItems;
    private final CancelPayoutBatch cancelPayoutBatch;
    private final PayoutOrders orders;

    PayoutBatchController(
            CreatePayoutBatch createPayoutBatch,
            ListPayoutBatches listPayoutBatches,
            GetPayoutBatch getPayoutBatch,
            ListBatchItems listBatchItems,
            CancelPayoutBatch cancelPayoutBatch,
            PayoutOrders orders) {
        this.createPayoutBatch = createPayoutBatch;
        this.listPayoutBatches = listPayoutBatches;
        this.getPayoutBatch = getPayoutBatch;
        this.listBatchItems = listBatchItems;
        this.cancelPayoutBatch = cancelPayoutBatch;
        this.orders = orders;
    }

    /**
     * Hand in up to 10,000 payouts, as JSON lines or as CSV with a header, each with the fields of a single payout. All are accepted or none; then each is
     * decided by itself, and listed with what has become of it.
     */
    @Post
    @Consumes(MediaType.ALL)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = ListBody.JSON_LINES, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class))})
    @Performs(CreatePayoutBatch.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    PayoutBatchResponse createPayoutBatch(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            HttpRequest<?> request,
            @Body String items,
            @Idempotent IdempotentRequest attempt) {
        var entries = ListBody.read(request, items);
        return attempt.answer(PayoutBatchResponse::of, once -> createPayoutBatch.create(
                new CreatePayoutBatch.Command(caller, orders.of(entries, caller), origin, once)));
    }

    /** List your batches of payouts, newest first. */
    @Get
    @Performs(ListPayoutBatches.class)
    @RequiresPermission(Permission.TRANSACTIONS_READ)
    ListResponse<PayoutBatchResponse> listPayoutBatches(@Authenticated Caller caller, @RequestBean PageParameters page) {
        var command = new ListPayoutBatches.Command(caller, page.toPageRequest(BATCHES));
        return ListResponse.of(listPayoutBatches.list(command), PayoutBatchResponse::of, PayoutBatch::id, BATCHES);
    }

    /** Read a batch of payouts: how many of its items are in each state. */
    @Get("/{batchId}")
    @Performs(GetPayoutBatch.class)
    @RequiresPermission(Permission.TRANSACTIONS_READ)
    PayoutBatchResponse getPayoutBatch(@Authenticated Caller caller, @Spells(PayoutBatchId.class) String batchId) {
        return PayoutBatchResponse.of(getPayoutBatch.get(new GetPayoutBatch.Command(caller, id(batchId))));
    }

    /** List the items of a batch in the order of its body, each with its transaction or with what it was refused for. */
    @Get("/{batchId}/items")
    @Performs(ListBatchItems.class)
    @RequiresPermission(Permission.TRANSACTIONS_READ)
    ListResponse<BatchItemResponse> listBatchItems(
            @Authenticated Caller caller,
            @Spells(PayoutBatchId.class) String batchId,
            @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                    description = "Only those in this state.") @Spells(State.class) String status,
            @RequestBean PageParameters page) {
        var state = Optional.ofNullable(status).map(text -> Parameter.parse("status", text, State::valueOf));
        var command = new ListBatchItems.Command(caller, id(batchId), state, page.toPageRequest(ITEMS));
        return ListResponse.of(listBatchItems.list(command), BatchItemResponse::of, PayoutBatch.Item::number, ITEMS);
    }

    /** Cancel what of a batch is not decided yet. Payouts that were accepted go on. Cancelling it again changes nothing. */
    @Post("/{batchId}/cancel")
    @Consumes(MediaType.ALL)
    @Performs(CancelPayoutBatch.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    PayoutBatchResponse cancelPayoutBatch(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(PayoutBatchId.class) String batchId,
            @Idempotent IdempotentRequest attempt) {
        var id = id(batchId);
        return attempt.answer(
                PayoutBatchResponse::of, once -> cancelPayoutBatch.cancel(new CancelPayoutBatch.Command(caller, id, origin, once)));
    }

    private static PayoutBatchId id(String text) {
        return Parameter.parse("batchId", text, PayoutBatchId::parse);
    }
}

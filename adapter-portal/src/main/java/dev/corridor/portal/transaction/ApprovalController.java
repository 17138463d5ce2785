package dev.corridor.portal.transaction;

import dev.corridor.application.transaction.GetTimeline;
import dev.corridor.application.transaction.JudgePayout;
import dev.corridor.application.transaction.JudgePayout.Verdict;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.door.FormRequests;
import dev.corridor.portal.door.Visitor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The approval of a payout by hand: looked over, then approved or rejected. */
@Controller("/portal/payments/{transactionId}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApprovalController {

    private static final Set<Permission> NEEDED = Set.of(Permission.TRANSACTIONS_READ, Permission.PAYOUTS_WRITE);

    private final Door door;
    private final FormRequests forms;
    private final GetTimeline getTimeline;
    private final JudgePayout judgePayout;

    ApprovalController(Door door, FormRequests forms, GetTimeline getTimeline, JudgePayout judgePayout) {
        this.door = door;
        this.forms = forms;
        this.getTimeline = getTimeline;
        this.judgePayout = judgePayout;
    }

    /** Decides nothing: it has all that is to be approved, and the buttons. */
    @Get("/approval")
    HttpResponse<?> confirmation(HttpRequest<?> request, Origin origin, String transactionId) {
        return door.show(request, origin, NEEDED, visitor -> Html.ok(page(visitor, id(transactionId), Optional.empty())));
    }

    @Post("/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> approve(HttpRequest<?> request, Origin origin, String transactionId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, NEEDED, (visitor, form) -> judge(visitor, form, id(transactionId), Verdict.APPROVE, origin));
    }

    @Post("/reject")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reject(HttpRequest<?> request, Origin origin, String transactionId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, NEEDED, (visitor, form) -> judge(visitor, form, id(transactionId), Verdict.REJECT, origin));
    }

    private MutableHttpResponse<?> judge(Visitor visitor, Form form, TransactionId payout, Verdict verdict, Origin origin) {
        var path = "/portal/payments/" + payout;
        try {
            forms.<Transaction>take(visitor, form, path + "/" + verdict, Transaction::id, once -> judgePayout.judge(
                    new JudgePayout.Command(visitor.caller(), payout, verdict, origin, once)));
            return Html.redirect(path);
        } catch (BusinessException refusal) {
            if (refusal.error() instanceof NotFound) {
                throw refusal;
            }
            return Html.refused(page(visitor, payout, Optional.of(Refusal.of(refusal.error()))));
        }
    }

    private Markup page(Visitor visitor, TransactionId payout, Optional<Refusal> refusal) {
        var story = Story.of(getTimeline.get(new GetTimeline.Command(visitor.caller(), payout)));
        var frame = visitor.frame("Approve or reject", Section.PAYMENTS);
        return output -> JteapprovalGenerated.render(output, null, frame, visitor.formToken(), FormRequests.freshKey(), story, refusal);
    }

    private static TransactionId id(String text) {
        try {
            return TransactionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Payment"));
        }
    }
}

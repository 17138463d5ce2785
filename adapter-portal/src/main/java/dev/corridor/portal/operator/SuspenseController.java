package dev.corridor.portal.operator;

import dev.corridor.application.funding.ListSuspense;
import dev.corridor.application.funding.ResolveReceipt;
import dev.corridor.application.funding.ResolveReceipt.Verdict;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.portal.door.Entered;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.door.OnDuty;
import dev.corridor.portal.door.OperatorDoor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
import dev.corridor.portal.page.OperatorSection;
import dev.corridor.portal.page.Refusal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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

/** What has arrived and is in no account, and the decision about it. It is taken once, however often the button is pressed. */
@Controller(SuspenseController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuspenseController {

    static final String PATH = "/portal/operator/suspense";

    private static final int LISTED = 100;

    private final OperatorDoor door;
    private final ListSuspense listSuspense;
    private final ResolveReceipt resolveReceipt;

    SuspenseController(OperatorDoor door, ListSuspense listSuspense, ResolveReceipt resolveReceipt) {
        this.door = door;
        this.listSuspense = listSuspense;
        this.resolveReceipt = resolveReceipt;
    }

    @Get
    HttpResponse<?> suspense(HttpRequest<?> request) {
        return door.show(request, onDuty -> Html.ok(page(onDuty, Optional.empty())));
    }

    @Post("/{receiptId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resolve(HttpRequest<?> request, Origin origin, String receiptId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, fields, (onDuty, form) -> {
            var receipt = Answers.id(ReceiptId::parse, receiptId, "Receipt");
            return Answers.done(
                    () -> resolveReceipt.resolve(
                            new ResolveReceipt.Command(onDuty.operator(), receipt, verdict(form), evidence(form), origin)),
                    PATH,
                    refusal -> page(onDuty, Optional.of(refusal)));
        });
    }

    private static Verdict verdict(Form form) {
        return switch (form.text("verdict")) {
            case "assign" -> new Verdict.Assign(Entered.parse(
                    form, "account", AccountId::parse, "must be an account's id: acct_ and 32 lower-case hex digits"));
            case "return" -> new Verdict.GiveBack();
            default -> throw new BusinessException(ValidationError.of("verdict", "must be assign or return"));
        };
    }

    private static String evidence(Form form) {
        return form.find("evidence").orElseThrow(() -> new BusinessException(ValidationError.of("evidence", "is required")));
    }

    private Markup page(OnDuty onDuty, Optional<Refusal> refusal) {
        var suspended = listSuspense.list(new ListSuspense.Command(LISTED));
        return output -> JtesuspenseGenerated.render(
                output, null, onDuty.frame("Suspense", OperatorSection.SUSPENSE), onDuty.formToken(), suspended, refusal);
    }
}

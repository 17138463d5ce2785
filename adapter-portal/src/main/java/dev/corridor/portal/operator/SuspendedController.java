package dev.corridor.portal.operator;

import dev.corridor.application.access.ChangeApiKeyStatus;
import dev.corridor.application.account.ChangeAccount;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.operator.AccountAct;
import dev.corridor.application.operator.ListSuspended;
import dev.corridor.application.operator.UserAct;
import dev.corridor.application.user.OperateUser;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.EmailAddress;
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

/** What is out of use, of all organizations, and back into use. */
@Controller(SuspendedController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuspendedController {

    static final String PATH = "/portal/operator/suspended";

    private final OperatorDoor door;
    private final ListSuspended listSuspended;
    private final ChangeApiKeyStatus changeApiKeyStatus;
    private final OperateUser operateUser;
    private final ChangeAccount changeAccount;

    SuspendedController(
            OperatorDoor door,
            ListSuspended listSuspended,
            ChangeApiKeyStatus changeApiKeyStatus,
            OperateUser operateUser,
            ChangeAccount changeAccount) {
        this.door = door;
        this.listSuspended = listSuspended;
        this.changeApiKeyStatus = changeApiKeyStatus;
        this.operateUser = operateUser;
        this.changeAccount = changeAccount;
    }

    @Get
    HttpResponse<?> suspended(HttpRequest<?> request) {
        return door.show(request, onDuty -> Html.ok(page(onDuty, Optional.empty())));
    }

    @Post("/keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unlockKey(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, fields, (onDuty, form) -> done(onDuty, () -> changeApiKeyStatus.move(new ChangeApiKeyStatus.Command(
                onDuty.callerFor(organization(form)), key(form), ChangeApiKeyStatus.Move.UNLOCK, origin, Once.eachTime()))));
    }

    @Post("/users")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unlockUser(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, fields, (onDuty, form) -> done(
                onDuty, () -> operateUser.operate(UserAct.UNLOCK.command(onDuty.operator(), email(form), origin))));
    }

    @Post("/accounts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeUpAccount(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, fields, (onDuty, form) -> done(onDuty, () -> changeAccount.change(
                AccountAct.RESUME.command(onDuty.callerFor(organization(form)), account(form), origin))));
    }

    private static OrganizationId organization(Form form) {
        return Entered.parse(form, "organization", OrganizationId::parse, "must be an organization's id");
    }

    private static ApiKeyId key(Form form) {
        return Entered.parse(form, "key", ApiKeyId::parse, "must be a key's id");
    }

    private static AccountId account(Form form) {
        return Entered.parse(form, "account", AccountId::parse, "must be an account's id");
    }

    private static EmailAddress email(Form form) {
        return Entered.parse(form, "email", EmailAddress::of, "must be an e-mail address");
    }

    private MutableHttpResponse<?> done(OnDuty onDuty, Runnable act) {
        return Answers.done(act, PATH, refusal -> page(onDuty, Optional.of(refusal)));
    }

    private Markup page(OnDuty onDuty, Optional<Refusal> refusal) {
        var suspended = listSuspended.list();
        return output -> JtesuspendedGenerated.render(
                output, null, onDuty.frame("Suspended", OperatorSection.SUSPENDED), onDuty.formToken(), suspended, refusal);
    }
}

package dev.corridor.portal.operator;

import dev.corridor.application.fee.ListFeeSchedules;
import dev.corridor.application.fee.SetFeeSchedule;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What payouts cost: what was decided, and another decision. */
@Controller(FeesController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeesController {

    static final String PATH = "/portal/operator/fees";

    private static final int LISTED = 50;

    private final OperatorDoor door;
    private final ListFeeSchedules listFeeSchedules;
    private final SetFeeSchedule setFeeSchedule;
    private final AssetCatalogue assets;

    FeesController(OperatorDoor door, ListFeeSchedules listFeeSchedules, SetFeeSchedule setFeeSchedule, AssetCatalogue assets) {
        this.door = door;
        this.listFeeSchedules = listFeeSchedules;
        this.setFeeSchedule = setFeeSchedule;
        this.assets = assets;
    }

    @Get
    HttpResponse<?> fees(HttpRequest<?> request) {
        return door.show(request, onDuty -> Html.ok(page(onDuty, Optional.empty())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> set(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, fields, (onDuty, form) -> Answers.done(
                () -> setFeeSchedule.set(command(onDuty, form, origin)), PATH, refusal -> page(onDuty, Optional.of(refusal))));
    }

    private SetFeeSchedule.Command command(OnDuty onDuty, Form form, Origin origin) {
        var asset = Entered.asset(form, "asset", assets);
        var service = Entered.parse(form, "service", FeeKey.Service::valueOf, "must be one of the list");
        Optional<OrganizationId> organization = form.find("organization").isEmpty()
                ? Optional.empty()
                : Optional.of(Entered.parse(form, "organization", OrganizationId::parse, "must be org_ and 32 lower-case hex digits, or empty"));
        var decidedBy = form.find("decidedBy").orElseThrow(() -> new BusinessException(ValidationError.of("decidedBy", "is required")));
        var schedule = form.find("ends").isPresent()
                ? Optional.<FeeSchedule>empty()
                : Optional.of(new FeeSchedule(
                        Entered.amount(form, "fixed", asset),
                        Entered.parse(form, "bps", FeesController::basisPoints, "must be 0 to " + FeeSchedule.MAX_BASIS_POINTS)));
        if (organization.isEmpty() && schedule.isEmpty()) {
            throw new BusinessException(ValidationError.of("ends", "needs an organization: the default always is a price"));
        }
        return new SetFeeSchedule.Command(onDuty.operator(), organization, new FeeKey(service, asset), schedule, decidedBy, origin);
    }

    private static int basisPoints(String text) {
        int points = Integer.parseInt(text);
        if (points < 0 || points > FeeSchedule.MAX_BASIS_POINTS) {
            throw new IllegalArgumentException("no such share");
        }
        return points;
    }

    private Markup page(OnDuty onDuty, Optional<Refusal> refusal) {
        var versions = listFeeSchedules.list(new ListFeeSchedules.Command(LISTED));
        var services = List.of(FeeKey.Service.values());
        return output -> JtefeesGenerated.render(
                output, null, onDuty.frame("Fees", OperatorSection.FEES), onDuty.formToken(), versions, services, assets.all(), refusal);
    }
}

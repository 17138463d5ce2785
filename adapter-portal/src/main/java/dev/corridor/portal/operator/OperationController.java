package dev.corridor.portal.operator;

import dev.corridor.application.funding.MeasureDepositLag;
import dev.corridor.application.maintenance.ReadMaintenance;
import dev.corridor.application.maintenance.SwitchMaintenance;
import dev.corridor.application.operator.ReadLoad;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** How the service does, and whether it is under maintenance. */
@Controller(OperationController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OperationController {

    static final String PATH = "/portal/operator";

    private static final long MAX_SECONDS = 99_999;

    private final OperatorDoor door;
    private final ReadLoad readLoad;
    private final MeasureDepositLag measureDepositLag;
    private final ReadMaintenance readMaintenance;
    private final SwitchMaintenance switchMaintenance;
    private final InstantSource clock;

    OperationController(
            OperatorDoor door,
            ReadLoad readLoad,
            MeasureDepositLag measureDepositLag,
            ReadMaintenance readMaintenance,
            SwitchMaintenance switchMaintenance,
            InstantSource clock) {
        this.door = door;
        this.readLoad = readLoad;
        this.measureDepositLag = measureDepositLag;
        this.readMaintenance = readMaintenance;
        this.switchMaintenance = switchMaintenance;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> operation(HttpRequest<?> request) {
        return door.show(request, onDuty -> Html.ok(page(onDuty, Optional.empty())));
    }

    @Post("/maintenance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> maintenance(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, fields, (onDuty, form) -> Answers.done(
                () -> switchMaintenance.switchTo(new SwitchMaintenance.Command(onDuty.operator(), retryAfter(form), origin)),
                PATH,
                refusal -> page(onDuty, Optional.of(refusal))));
    }

    /** Empty ends maintenance. */
    private static Optional<Duration> retryAfter(Form form) {
        return switch (form.text("switch")) {
            case "on" -> Optional.of(Duration.ofSeconds(Entered.parse(
                    form, "seconds", OperationController::seconds, "must be whole seconds, 1 to " + MAX_SECONDS)));
            case "off" -> Optional.empty();
            default -> throw new BusinessException(ValidationError.of("switch", "must be on or off"));
        };
    }

    private static long seconds(String text) {
        long seconds = Long.parseLong(text);
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException("no such wait");
        }
        return seconds;
    }

    private Markup page(OnDuty onDuty, Optional<Refusal> refusal) {
        var operation = new Operation(readLoad.read(), measureDepositLag.measure(), readMaintenance.read(), clock.instant());
        return output -> JteoperationGenerated.render(
                output, null, onDuty.frame("Operation", OperatorSection.OPERATION), onDuty.formToken(), operation, refusal);
    }
}

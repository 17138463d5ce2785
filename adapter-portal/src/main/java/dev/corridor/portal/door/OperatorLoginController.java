package dev.corridor.portal.door;

import dev.corridor.application.operator.EnrolOperator;
import dev.corridor.application.operator.GetEnrolment;
import dev.corridor.application.operator.LogInOperator;
import dev.corridor.application.operator.LogOutOperator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.domain.user.UserError.TokenRevoked;
import dev.corridor.portal.PortalSettings;
import dev.corridor.portal.page.Frame;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
import dev.corridor.portal.page.Qr;
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
import java.util.function.Function;
import java.util.function.Supplier;

/** Login, enrolment and logout of operators. */
@Controller(OperatorDoor.HOME)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OperatorLoginController {

    static final String ENROLMENT = OperatorDoor.HOME + "/enrolment";

    private final LogInOperator logInOperator;
    private final GetEnrolment getEnrolment;
    private final EnrolOperator enrolOperator;
    private final LogOutOperator logOutOperator;
    private final OperatorDoor door;
    private final Cookies cookies;
    private final PortalSettings settings;

    OperatorLoginController(
            LogInOperator logInOperator,
            GetEnrolment getEnrolment,
            EnrolOperator enrolOperator,
            LogOutOperator logOutOperator,
            OperatorDoor door,
            Cookies cookies,
            PortalSettings settings) {
        this.logInOperator = logInOperator;
        this.getEnrolment = getEnrolment;
        this.enrolOperator = enrolOperator;
        this.logOutOperator = logOutOperator;
        this.door = door;
        this.cookies = cookies;
        this.settings = settings;
    }

    @Get("/login")
    HttpResponse<?> login(HttpRequest<?> request) {
        return loginPage(request, "", Optional.empty());
    }

    @Post("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logIn(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        var form = Form.of(fields);
        door.formKey(request).require(form, request);
        return orRefused(
                () -> door.enter(logInOperator.logIn(command(form, origin))), refusal -> loginPage(request, form.text("name"), Optional.of(refusal)));
    }

    /** What is no name is no operator's either. */
    private static LogInOperator.Command command(Form form, Origin origin) {
        try {
            var name = new OperatorName(form.text("name").strip());
            return new LogInOperator.Command(name, new Password(form.text("password")), code(form), origin);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new InvalidCredentials());
        }
    }

    /** Apps show it in two halves. */
    private static String code(Form form) {
        return form.text("code").replace(" ", "");
    }

    @Get("/enrolment")
    HttpResponse<?> enrolment(HttpRequest<?> request) {
        return enrolling(request, token -> enrolmentPage(request, token, Optional.empty()));
    }

    @Post("/enrolment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enrol(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        var form = Form.of(fields);
        door.formKey(request).require(form, request);
        return enrolling(request, token -> orRefused(
                () -> door.enter(enrolOperator.enrol(new EnrolOperator.Command(token, chosen(form), code(form), origin))),
                refusal -> enrolmentPage(request, token, Optional.of(refusal))));
    }

    private static Password chosen(Form form) {
        var chosen = Password.choose("password", form.text("password"));
        if (!new Password(form.text("again")).equals(chosen)) {
            throw new BusinessException(ValidationError.of("again", "must be the same password"));
        }
        return chosen;
    }

    @Post("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logOut(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, fields, (onDuty, form) -> {
            door.token(request).ifPresent(token -> logOutOperator.logOut(new LogOutOperator.Command(onDuty.operator(), token, origin)));
            return door.leave();
        });
    }

    /** Who has no session that can enrol is sent to the login. */
    private static MutableHttpResponse<?> unlessOver(Supplier<MutableHttpResponse<?>> answer) {
        try {
            return answer.get();
        } catch (BusinessException refusal) {
            if (refusal.error() instanceof TokenRevoked) {
                return Html.redirect(OperatorDoor.LOGIN);
            }
            throw refusal;
        }
    }

    private MutableHttpResponse<?> enrolling(HttpRequest<?> request, Function<OperatorToken, MutableHttpResponse<?>> answer) {
        return door.token(request)
                .<MutableHttpResponse<?>>map(token -> unlessOver(() -> answer.apply(token)))
                .orElseGet(() -> Html.redirect(OperatorDoor.LOGIN));
    }

    private static MutableHttpResponse<?> orRefused(
            Supplier<MutableHttpResponse<?>> answer, Function<Refusal, MutableHttpResponse<?>> page) {
        try {
            return answer.get();
        } catch (BusinessException refusal) {
            return switch (refusal.error()) {
                case InvalidCredentials wrong -> page.apply(refusalOf(wrong));
                case AccountLocked locked -> page.apply(Refusal.of(locked));
                case ValidationError invalid -> page.apply(Refusal.of(invalid));
                default -> throw refusal;
            };
        }
    }

    /** In the words of a login that has a code. It says nothing about what is wrong. */
    private static Refusal refusalOf(BusinessError wrong) {
        return new Refusal(
                wrong.code(),
                "The login is wrong",
                "The name, the password or the code is wrong, or the code was used before.",
                wrong.consequence(),
                "Mend them, or wait for the next code. The fifth wrong attempt in a row locks the login.");
    }

    private MutableHttpResponse<?> loginPage(HttpRequest<?> request, String name, Optional<Refusal> refusal) {
        var key = door.formKey(request);
        var frame = Frame.ofStranger("Log in as an operator", settings.isSandbox());
        return answer(key, refusal, output -> JteoperatorLoginGenerated.render(output, null, frame, key.token(), name, refusal));
    }

    private MutableHttpResponse<?> enrolmentPage(HttpRequest<?> request, OperatorToken token, Optional<Refusal> refusal) {
        var key = door.formKey(request);
        var frame = Frame.ofStranger("Enrol", settings.isSandbox());
        var enrolment = getEnrolment.get(new GetEnrolment.Command(token));
        var picture = Qr.of(enrolment.secret().uri(enrolment.operator()));
        return answer(key, refusal, output -> JteenrolmentGenerated.render(output, null, frame, key.token(), enrolment, picture, refusal));
    }

    private MutableHttpResponse<?> answer(FormKey key, Optional<Refusal> refusal, Markup markup) {
        var response = refusal.isPresent() ? Html.refused(markup) : Html.ok(markup);
        if (key.isFresh()) {
            cookies.set(Cookies.Kind.OPERATOR_FORM, key.value(), response);
        }
        return response;
    }
}

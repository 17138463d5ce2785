package dev.corridor.portal.door;

import dev.corridor.application.maintenance.RequireService;
import dev.corridor.application.user.LogIn;
import dev.corridor.application.user.LogOut;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.portal.PortalSettings;
import dev.corridor.portal.page.Frame;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;

/** Login and logout, with the users and the sessions of the API. */
@Controller("/portal")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LoginController {

    static final String HOME = "/portal";

    private final RequireService requireService;
    private final LogIn logIn;
    private final LogOut logOut;
    private final Door door;
    private final Cookies cookies;
    private final PortalSettings settings;

    LoginController(RequireService requireService, LogIn logIn, LogOut logOut, Door door, Cookies cookies, PortalSettings settings) {
        this.requireService = requireService;
        this.logIn = logIn;
        this.logOut = logOut;
        this.door = door;
        this.cookies = cookies;
        this.settings = settings;
    }

    @Get("/login")
    HttpResponse<?> login(HttpRequest<?> request, @QueryValue @Nullable String next) {
        return page(request, "", inside(next), Optional.empty());
    }

    @Post("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logIn(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        requireService.require();
        var form = Form.of(fields);
        var next = inside(form.text("next"));
        FormKey.of(cookies, request).require(form, request);
        try {
            return door.enter(logIn.logIn(command(form, origin)), next);
        } catch (BusinessException refusal) {
            return switch (refusal.error()) {
                case InvalidCredentials wrong -> page(request, form.text("email"), next, Optional.of(Refusal.of(wrong)));
                case AccountLocked locked -> page(request, form.text("email"), next, Optional.of(Refusal.of(locked)));
                default -> throw refusal;
            };
        }
    }

    @Post("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logOut(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, (session, form) -> {
            logOut.logOut(new LogOut.Command(session.accessToken(), session.refreshToken(), origin));
            return door.leave();
        });
    }

    /** What is no e-mail address is no user's either. */
    private static LogIn.Command command(Form form, Origin origin) {
        try {
            return new LogIn.Command(EmailAddress.of(form.text("email").strip()), new Password(form.text("password")), false, origin);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new InvalidCredentials());
        }
    }

    private MutableHttpResponse<?> page(HttpRequest<?> request, String email, String next, Optional<Refusal> refusal) {
        var key = FormKey.of(cookies, request);
        var frame = Frame.ofStranger("Log in", settings.isSandbox());
        Markup markup = output -> JteloginGenerated.render(output, null, frame, key.token(), email, next, refusal);
        var response = refusal.isPresent() ? Html.refused(markup) : Html.ok(markup);
        if (key.isFresh()) {
            cookies.set(Cookies.Kind.FORM, key.value(), response);
        }
        return response;
    }

    /** A page of the portal, by its path: a link must not lead from the login to elsewhere. */
    private static String inside(@Nullable String next) {
        boolean isOurs = next != null && next.startsWith(HOME + "/")
                && next.chars().allMatch(letter -> letter > ' ' && letter < 0x7F && letter != '\\');
        return isOurs ? next : HOME;
    }
}

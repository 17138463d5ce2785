package dev.corridor.portal.door;

import dev.corridor.application.maintenance.RequireService;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.application.user.AuthenticateUser;
import dev.corridor.application.user.GetUser;
import dev.corridor.application.user.LogIn;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;
import dev.corridor.portal.PortalSettings;
import dev.corridor.portal.page.Html;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way to every page and form. A visitor is a user by the tokens in their cookies, checked as the API checks them; an access token that has expired is
 * refreshed. The page's permissions are those that the API asks for the same thing. Without a session the visitor is sent to the login.
 */
@Singleton
public final class Door {

    static final String LOGIN = "/portal/login";

    private static final String OF_HTMX = "HX-Request";

    private final RequireService requireService;
    private final AuthenticateUser authenticateUser;
    private final Refreshes refreshes;
    private final GetUser getUser;
    private final GetOrganization getOrganization;
    private final Cookies cookies;
    private final PortalSettings settings;

    Door(
            RequireService requireService,
            AuthenticateUser authenticateUser,
            Refreshes refreshes,
            GetUser getUser,
            GetOrganization getOrganization,
            Cookies cookies,
            PortalSettings settings) {
        this.requireService = requireService;
        this.authenticateUser = authenticateUser;
        this.refreshes = refreshes;
        this.getUser = getUser;
        this.getOrganization = getOrganization;
        this.cookies = cookies;
        this.settings = settings;
    }

    /**
     * A session as the browser has it.
     *
     * @param accessToken that has just been checked
     * @param isRefreshed whether the browser has other tokens
     */
    record Session(Caller caller, String accessToken, Optional<String> refreshToken, boolean isRefreshed) {

        @Override
        public String toString() {
            return "Session[" + caller.principal() + "]";
        }
    }

    /** Shows a page to a visitor who has these permissions. */
    public HttpResponse<?> show(
            HttpRequest<?> request, Origin origin, Set<Permission> needed, Function<Visitor, MutableHttpResponse<?>> page) {
        return enter(request, origin, session -> {
            needed.forEach(session.caller()::require);
            var key = FormKey.of(cookies, request);
            var response = page.apply(visitor(session, key));
            if (key.isFresh()) {
                cookies.set(Cookies.Kind.FORM, key.value(), response);
            }
            return response;
        });
    }

    /** Takes a form from a visitor who has these permissions, if a page of ours has sent it. */
    public HttpResponse<?> take(
            HttpRequest<?> request,
            Origin origin,
            @Nullable Map<String, ?> fields,
            Set<Permission> needed,
            BiFunction<Visitor, Form, MutableHttpResponse<?>> action) {
        return take(request, origin, fields, (session, form) -> {
            needed.forEach(session.caller()::require);
            return action.apply(visitor(session, FormKey.of(cookies, request)), form);
        });
    }

    HttpResponse<?> take(
            HttpRequest<?> request,
            Origin origin,
            @Nullable Map<String, ?> fields,
            BiFunction<Session, Form, MutableHttpResponse<?>> action) {
        var form = Form.of(fields);
        FormKey.of(cookies, request).require(form, request);
        return enter(request, origin, session -> action.apply(session, form));
    }

    private HttpResponse<?> enter(HttpRequest<?> request, Origin origin, Function<Session, MutableHttpResponse<?>> answer) {
        requireService.require();
        var session = session(request, origin);
        if (session.isEmpty()) {
            return toLogin(request);
        }
        var response = answer.apply(session.get());
        if (session.get().isRefreshed()) {
            keep(session.get().accessToken(), session.get().refreshToken(), response);
        }
        return response;
    }

    /** Begins a session in this browser. */
    MutableHttpResponse<?> enter(LogIn.Result login, String path) {
        var response = Html.redirect(path);
        keep(login.accessToken(), Optional.of(login.refreshToken()), response);
        cookies.set(Cookies.Kind.FORM, FormKey.fresh().value(), response);
        return response;
    }

    MutableHttpResponse<?> leave() {
        var response = Html.redirect(LOGIN);
        for (var kind : List.of(Cookies.Kind.ACCESS, Cookies.Kind.REFRESH, Cookies.Kind.FORM)) {
            cookies.clear(kind, response);
        }
        return response;
    }

    private void keep(String accessToken, Optional<String> refreshToken, MutableHttpResponse<?> response) {
        cookies.set(Cookies.Kind.ACCESS, accessToken, response);
        refreshToken.ifPresent(token -> cookies.set(Cookies.Kind.REFRESH, token, response));
    }

    private Optional<Session> session(HttpRequest<?> request, Origin origin) {
        var refreshToken = cookies.find(Cookies.Kind.REFRESH, request);
        return cookies.find(Cookies.Kind.ACCESS, request)
                .flatMap(token -> unlessItIsOver(() -> new Session(authenticate(token), token, refreshToken, false)))
                .or(() -> refreshToken.flatMap(token -> unlessItIsOver(() -> refresh(token, origin))));
    }

    private Session refresh(String token, Origin origin) {
        var refreshed = refreshes.refresh(token, origin);
        var next = refreshed.refreshToken().orElse(token);
        return new Session(authenticate(refreshed.accessToken()), refreshed.accessToken(), Optional.of(next), true);
    }

    private Caller authenticate(String accessToken) {
        return authenticateUser.authenticate(new AuthenticateUser.Command(accessToken));
    }

    /** A token that is not good any more leads to the login. Other refusals, such as of a store that does not answer, are shown. */
    private static Optional<Session> unlessItIsOver(Supplier<Session> session) {
        try {
            return Optional.of(session.get());
        } catch (BusinessException refusal) {
            return switch (refusal.error()) {
                case InvalidToken invalid -> Optional.empty();
                case InvalidTokenType invalid -> Optional.empty();
                case TokenExpired expired -> Optional.empty();
                case TokenRevoked revoked -> Optional.empty();
                default -> throw refusal;
            };
        }
    }

    private Visitor visitor(Session session, FormKey key) {
        var caller = session.caller();
        var user = getUser.get(new GetUser.Command(caller));
        var organization = getOrganization.get(new GetOrganization.Command(caller)).organization();
        return new Visitor(caller, user, organization, key.token(), settings.isSandbox());
    }

    /** Back to the page afterwards, if it was one that can be opened again. */
    private static HttpResponse<?> toLogin(HttpRequest<?> request) {
        if (request.getHeaders().contains(OF_HTMX)) {
            return HttpResponse.noContent().header("HX-Redirect", LOGIN);
        }
        boolean isPage = request.getMethod() == HttpMethod.GET && !request.getPath().equals(LoginController.HOME);
        var next = isPage ? "?next=" + URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8) : "";
        return Html.redirect(LOGIN + next);
    }
}

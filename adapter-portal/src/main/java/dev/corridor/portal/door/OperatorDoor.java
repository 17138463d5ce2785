package dev.corridor.portal.door;

import dev.corridor.application.operator.AuthenticateOperator;
import dev.corridor.application.operator.LogInOperator;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.UserError.TokenRevoked;
import dev.corridor.portal.PortalSettings;
import dev.corridor.portal.page.Html;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The way to every page and form of operators. It is open during maintenance, which ends here too. Without a session whose second factor was proved, the way
 * leads to the login.
 */
@Singleton
public final class OperatorDoor {

    static final String LOGIN = "/portal/operator/login";
    static final String HOME = "/portal/operator";

    /** Where the journal of requests looks for who has asked. */
    private static final String CALLER = Caller.class.getName();

    private final AuthenticateOperator authenticateOperator;
    private final Cookies cookies;
    private final PortalSettings settings;

    OperatorDoor(AuthenticateOperator authenticateOperator, Cookies cookies, PortalSettings settings) {
        this.authenticateOperator = authenticateOperator;
        this.cookies = cookies;
        this.settings = settings;
    }

    /** Shows a page to an operator. */
    public HttpResponse<?> show(HttpRequest<?> request, Function<OnDuty, MutableHttpResponse<?>> page) {
        return enter(request, operator -> {
            var key = formKey(request);
            var response = page.apply(new OnDuty(operator, key.token(), settings.environment()));
            if (key.isFresh()) {
                cookies.set(Cookies.Kind.OPERATOR_FORM, key.value(), response);
            }
            return response;
        });
    }

    /** Takes a form from an operator, if a page of ours has sent it. */
    public HttpResponse<?> take(
            HttpRequest<?> request, @Nullable Map<String, ?> fields, BiFunction<OnDuty, Form, MutableHttpResponse<?>> action) {
        var form = Form.of(fields);
        var key = formKey(request);
        key.require(form, request);
        return enter(request, operator -> action.apply(new OnDuty(operator, key.token(), settings.environment()), form));
    }

    private HttpResponse<?> enter(HttpRequest<?> request, Function<Operator, MutableHttpResponse<?>> answer) {
        var operator = token(request).flatMap(this::authenticate);
        if (operator.isEmpty()) {
            return Html.redirect(LOGIN);
        }
        request.setAttribute(CALLER, operator.get().callerFor(Operator.HOUSE, settings.environment()));
        return answer.apply(operator.get());
    }

    /** A session that is over leads to the login. */
    private Optional<Operator> authenticate(OperatorToken token) {
        try {
            var session = authenticateOperator.authenticate(new AuthenticateOperator.Command(token, Optional.empty()));
            return Optional.of(Operator.named(session.operator()));
        } catch (BusinessException refusal) {
            if (refusal.error() instanceof TokenRevoked) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    Optional<OperatorToken> token(HttpRequest<?> request) {
        return cookies.find(Cookies.Kind.OPERATOR, request).map(OperatorToken::new);
    }

    FormKey formKey(HttpRequest<?> request) {
        return FormKey.of(cookies, Cookies.Kind.OPERATOR_FORM, request);
    }

    /** Begins a session in this browser. */
    MutableHttpResponse<?> enter(LogInOperator.Result login) {
        var response = Html.redirect(login.session().isProved() ? HOME : OperatorLoginController.ENROLMENT);
        cookies.set(Cookies.Kind.OPERATOR, login.token().value(), response);
        cookies.set(Cookies.Kind.OPERATOR_FORM, FormKey.fresh().value(), response);
        return response;
    }

    MutableHttpResponse<?> leave() {
        var response = Html.redirect(LOGIN);
        cookies.clear(Cookies.Kind.OPERATOR, response);
        cookies.clear(Cookies.Kind.OPERATOR_FORM, response);
        return response;
    }
}

package dev.corridor.portal.door;

import dev.corridor.portal.PortalSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The portal's cookies. Scripts cannot read them, and requests that another site has begun do not carry them. With real money they travel over TLS only,
 * and the prefix {@code __Host-} keeps other hosts of the domain from setting them (RFC 6265bis, section 4.1.3). They end with the browser, and what
 * is in them by itself before that.
 */
@Singleton
final class Cookies {

    enum Kind {
        ACCESS,
        REFRESH,
        /** What the tokens of forms are made of. */
        FORM,
        /** The session of an operator, which is apart from that of a user. */
        OPERATOR,
        OPERATOR_FORM
    }

    private final boolean isSecure;

    Cookies(PortalSettings settings) {
        this.isSecure = !settings.isSandbox();
    }

    Optional<String> find(Kind kind, HttpRequest<?> request) {
        return request.getCookies().findCookie(nameOf(kind)).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    void set(Kind kind, String value, MutableHttpResponse<?> response) {
        response.cookie(cookie(kind, value));
    }

    void clear(Kind kind, MutableHttpResponse<?> response) {
        response.cookie(cookie(kind, "").maxAge(0));
    }

    private Cookie cookie(Kind kind, String value) {
        return Cookie.of(nameOf(kind), value).path("/").httpOnly(true).secure(isSecure).sameSite(SameSite.Strict);
    }

    private String nameOf(Kind kind) {
        var name = switch (kind) {
            case ACCESS -> "corridor-access";
            case REFRESH -> "corridor-refresh";
            case FORM -> "corridor-form";
            case OPERATOR -> "corridor-operator";
            case OPERATOR_FORM -> "corridor-operator-form";
        };
        return isSecure ? "__Host-" + name : name;
    }
}

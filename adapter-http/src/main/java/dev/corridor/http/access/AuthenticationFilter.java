package dev.corridor.http.access;

import dev.corridor.application.access.Authenticate;
import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;

/**
 * Lets nobody into {@code /v1} without a key: before it matters whether there is such a route, and before the body is read, so that
 * strangers learn nothing. Header names and the precedence of the refusals: the NXOS contract, sections 1 and 2, rule 1.
 */
@ServerFilter("/v1/**")
@Order(0)
final class AuthenticationFilter {

    private static final String ON_BEHALF_OF = "Nxos-On-Behalf-Of";
    private static final String SCHEME = "Bearer ";

    private final Authenticate authenticate;

    AuthenticationFilter(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void authenticate(HttpRequest<?> request) {
        if (isForStrangers(request)) {
            return;
        }
        var caller = authenticate.authenticate(new Authenticate.Command(presentedKey(request)));
        requireOwnBehalf(request, caller);
        CallerBinder.remember(request, caller);
    }

    private static boolean isForStrangers(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(route -> route.getAnnotationMetadata().hasAnnotation(WithoutKey.class))
                .isPresent();
    }

    private static String presentedKey(HttpRequest<?> request) {
        var authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw new BusinessException(new MissingApiKey());
        }
        return authorization.substring(SCHEME.length());
    }

    /** Nobody acts for another organization without a letter of authorization, and none can be given yet. */
    private static void requireOwnBehalf(HttpRequest<?> request, Caller caller) {
        var text = request.getHeaders().get(ON_BEHALF_OF);
        if (text == null) {
            return;
        }
        var organization = parse(text);
        if (!organization.equals(caller.organization())) {
            throw new BusinessException(new OrganizationNotFound(organization));
        }
    }

    private static OrganizationId parse(String text) {
        try {
            return OrganizationId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(
                    new InvalidRequest("The header " + ON_BEHALF_OF + " must be an organization id (org_ and 32 lower-case hex digits)."));
        }
    }
}

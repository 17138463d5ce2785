package dev.corridor.http.access;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.AuthenticateAtOnce;
import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.dialect.DialectChoice;
import dev.corridor.http.dialect.DialectName;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Lets nobody into {@code /v1} without a key: before it matters whether there is such a route, and before the body is read, so that
 * strangers learn nothing. This is the order of all checks that come before the body; docs/order-of-checks.md explains it. Header names: the
 * NXOS contract, section 1, and the contracts that know {@code X-API-Key}.
 *
 * <p>A key that the node remembers is checked at once, on the thread that reads the network; a look-up takes another.
 */
@ServerFilter("/v1/**")
@Order(0)
final class AuthenticationFilter {

    private static final String ON_BEHALF_OF = "Nxos-On-Behalf-Of";
    private static final String API_KEY = "X-API-Key";
    private static final String SCHEME = "Bearer ";

    private final AuthenticateAtOnce authenticateAtOnce;
    private final Authenticate authenticate;
    private final ClientAddress clientAddress;
    private final ExecutorService blocking;

    AuthenticationFilter(
            AuthenticateAtOnce authenticateAtOnce,
            Authenticate authenticate,
            ClientAddress clientAddress,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.authenticateAtOnce = authenticateAtOnce;
        this.authenticate = authenticate;
        this.clientAddress = clientAddress;
        this.blocking = blocking;
    }

    /** Answers the request as soon as it may go on. */
    @RequestFilter
    CompletionStage<HttpRequest<?>> check(HttpRequest<?> request) {
        if (isForStrangers(request)) {
            return CompletableFuture.completedFuture(request);
        }
        var command = new Authenticate.Command(presentedKey(request), clientAddress.of(request));
        var caller = authenticateAtOnce.authenticateAtOnce(command);
        if (caller.isPresent()) {
            admit(request, caller.get());
            return CompletableFuture.completedFuture(request);
        }
        var context = PropagatedContext.getOrEmpty();
        return CompletableFuture.supplyAsync(
                () -> {
                    admit(request, authenticate.authenticate(command));
                    return request;
                },
                task -> blocking.execute(context.wrap(task)));
    }

    private static void admit(HttpRequest<?> request, Caller caller) {
        caller.dialect().flatMap(DialectName::find).ifPresent(name -> DialectChoice.rememberTheKeys(request, name));
        requireOwnBehalf(request, caller);
        requirePermission(request, caller);
        CallerBinder.remember(request, caller);
    }

    private static boolean isForStrangers(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(route -> route.getAnnotationMetadata().hasAnnotation(WithoutKey.class))
                .isPresent();
    }

    /** An {@code Authorization} header that is no Bearer token is for somebody else. */
    private static String presentedKey(HttpRequest<?> request) {
        var authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(SCHEME)) {
            return authorization.substring(SCHEME.length());
        }
        var apiKey = request.getHeaders().get(API_KEY);
        if (apiKey == null || apiKey.isEmpty()) {
            throw new BusinessException(new MissingApiKey());
        }
        return apiKey;
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

    /** Where there is no such route, that is said later. What an operation needs is known since compilation. */
    private static void requirePermission(HttpRequest<?> request, Caller caller) {
        RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .ifPresent(route -> caller.require(route.getAnnotationMetadata()
                        .enumValue(Needs.class, Permission.class)
                        .orElseThrow(() -> new IllegalStateException(route + " does not say which permission it @Needs"))));
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

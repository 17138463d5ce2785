package dev.corridor.http.access;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.route.Check;
import dev.corridor.http.edge.route.RequestCheck;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Checks the key's permission and organization before the body is read. Requests without a caller are on public routes. Header name: the
 * NXOS contract, section 1.
 */
@Singleton
final class PermissionCheck implements Check {

    private static final String ON_BEHALF_OF = "Nxos-On-Behalf-Of";

    @Override
    public RequestCheck first() {
        return RequestCheck.ON_BEHALF_OF;
    }

    @Override
    public CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        CallerBinder.find(request).ifPresent(caller -> {
            requireOwnBehalf(request, caller);
            requireWhatItNeeds(request, caller);
        });
        return PASSED;
    }

    /** Acting for another organization needs a letter of authorization, which does not exist yet. */
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

    /** Unknown routes are reported later. Required permissions are known at compile time. */
    private static void requireWhatItNeeds(HttpRequest<?> request, Caller caller) {
        RouteAttributes.getRouteMatch(request).filter(MethodBasedRouteMatch.class::isInstance).ifPresent(route -> {
            var known = route.getAnnotationMetadata();
            caller.require(known.enumValue(RequiresPermission.class, Permission.class)
                    .orElseThrow(() -> new IllegalStateException(route + " has no @RequiresPermission")));
            known.enumValue(RequiresPermission.class, "tier", Tier.class).ifPresent(caller::require);
        });
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

package dev.corridor.http.access;

import dev.corridor.application.organization.ActForCustomer;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.route.Check;
import dev.corridor.http.edge.route.OnBehalf;
import dev.corridor.http.edge.route.OnBehalf.Meaning;
import dev.corridor.http.edge.route.RequestCheck;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Checks on whose behalf the caller acts, and the key's permission, before the body is read. It alone reads {@code Nxos-On-Behalf-Of}: all that follows
 * has the caller of the organization that is acted for. Requests without a caller are on public routes. Header name: the NXOS contract, section 1.
 */
@Singleton
final class PermissionCheck implements Check {

    static final String ON_BEHALF_OF = "Nxos-On-Behalf-Of";

    private final ActForCustomer actForCustomer;
    private final BlockingChecks waiting;

    PermissionCheck(ActForCustomer actForCustomer, BlockingChecks waiting) {
        this.actForCustomer = actForCustomer;
        this.waiting = waiting;
    }

    @Override
    public RequestCheck first() {
        return RequestCheck.ON_BEHALF_OF;
    }

    @Override
    public CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        var caller = CallerBinder.find(request);
        if (caller.isEmpty()) {
            return PASSED;
        }
        var customer = customerOf(request, caller.get());
        if (customer.isPresent()) {
            return waiting.elsewhere(() -> admit(request, caller.get(), customer.get()));
        }
        requireWhatItNeeds(request, caller.get());
        return PASSED;
    }

    /** The other organization for which the caller acts; empty if it acts for its own. */
    private static Optional<OrganizationId> customerOf(HttpRequest<?> request, Caller caller) {
        return Optional.ofNullable(request.getHeaders().get(ON_BEHALF_OF))
                .map(PermissionCheck::parse)
                .filter(named -> !named.equals(caller.organization()) && meaningTo(request) != Meaning.IGNORED);
    }

    private void admit(HttpRequest<?> request, Caller caller, OrganizationId customer) {
        var meaning = meaningTo(request);
        if (meaning == Meaning.REFUSED) {
            throw new BusinessException(new Forbidden("This operation is for your own organization: leave out the header " + ON_BEHALF_OF + "."));
        }
        var acting = actForCustomer.act(new ActForCustomer.Command(caller, customer, meaning == Meaning.PENDING_CUSTOMER));
        CallerBinder.remember(request, acting);
        requireWhatItNeeds(request, acting);
    }

    /** An unknown route is reported later. */
    private static Meaning meaningTo(HttpRequest<?> request) {
        return routeOf(request).map(PermissionCheck::meaningTo).orElse(Meaning.CUSTOMER);
    }

    /** What the header means to the operation with these annotations. */
    private static Meaning meaningTo(AnnotationMetadata operation) {
        return operation.enumValue(OnBehalf.class, Meaning.class)
                .orElseGet(() -> permissionOf(operation).isOfBrokers() ? Meaning.CUSTOMER : Meaning.REFUSED);
    }

    /** Required permissions are known at compile time. */
    private static void requireWhatItNeeds(HttpRequest<?> request, Caller caller) {
        routeOf(request).ifPresent(known -> {
            caller.require(permissionOf(known));
            known.enumValue(RequiresPermission.class, "tier", Tier.class).ifPresent(caller::require);
        });
    }

    private static Optional<AnnotationMetadata> routeOf(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(AnnotationMetadataProvider::getAnnotationMetadata);
    }

    private static Permission permissionOf(AnnotationMetadata operation) {
        return operation.enumValue(RequiresPermission.class, Permission.class)
                .orElseThrow(() -> new IllegalStateException("an operation has no @RequiresPermission"));
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

package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every operation requires a permission, or is public on purpose. */
@MicronautTest
class PermissionsTest {

    /** Has the dialect of its path; the feed's tests cover it. */
    private static final String WEB_SOCKET = "/v1/realtime";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Users end their sessions and change their passwords at any time, so it needs no more than the right to read. */
    private static final String OF_USERS = "/v1/auth/";

    /** A ticket only opens the feed. */
    private static final String TICKETS = "/v1/realtime/tickets";

    private final Router router;
    private final World world;

    PermissionsTest(Router router, World world) {
        this.router = router;
        this.world = world;
    }

    @Test
    void every_operation_says_which_permission_it_needs() {
        var operations = operations();

        assertThat(operations).hasSizeGreaterThan(30);
        assertThat(operations)
                .filteredOn(route -> !route.getAnnotationMetadata().hasAnnotation(PublicRoute.class))
                .filteredOn(route -> !route.getAnnotationMetadata().hasAnnotation(RequiresPermission.class))
                .extracting(UriRouteInfo::getTargetMethod)
                .isEmpty();
    }

    /** Its key is valid and has all permissions, but changes are refused, except for those by which it may become approved. */
    @Test
    void an_organization_that_is_suspended_may_read_everything_and_change_nothing() {
        var suspended = world.newCustomer();
        world.setStatus(suspended, OrganizationStatus.NOT_APPROVED);

        for (var operation : operations()) {
            var path = operation.getUriMatchTemplate().toPathString();
            if (Set.of(WEB_SOCKET, TICKETS).contains(path) || path.startsWith(OF_USERS)) {
                continue;
            }
            operation.getAnnotationMetadata().enumValue(RequiresPermission.class, Permission.class).ifPresent(permission -> {
                var answer = call(operation, suspended);
                boolean reads = READING.contains(operation.getHttpMethodName());
                assertThat(permission.changesSomething()).as(operation.toString()).isEqualTo(!reads);
                if (permission.needsApproval()) {
                    answer.isError(403, "client_inactive");
                } else {
                    assertThat(answer.headers().firstValue("Corridor-Code")).as(operation.toString()).isNotEqualTo(Optional.of("client_inactive"));
                }
            });
        }
        suspended.api().get("/v1/accounts/" + suspended.account()).isOk();
        suspended.api().get("/v1/transactions").isOk();
    }

    private static Answer call(UriRouteInfo<?, ?> operation, Customer customer) {
        var path = operation.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "nonsense");
        return switch (operation.getHttpMethodName()) {
            // GET routes also answer HEAD.
            case "GET", "HEAD" -> customer.api().get(path);
            case "DELETE" -> customer.api().delete(path);
            case "PATCH" -> customer.api().patch(path, "{}");
            default -> customer.api().post(path, "{}");
        };
    }

    private List<UriRouteInfo<?, ?>> operations() {
        return router.uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/v1"))
                .<UriRouteInfo<?, ?>>map(route -> route)
                .toList();
    }
}

package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import org.junit.jupiter.api.Test;

/** Nobody adds an operation that anybody could use. */
@MicronautTest
class PermissionsTest {

    private final Router router;

    PermissionsTest(Router router) {
        this.router = router;
    }

    @Test
    void every_operation_says_which_permission_it_needs() {
        var operations = router.uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/v1"))
                .toList();

        assertThat(operations).hasSizeGreaterThan(30);
        assertThat(operations)
                .filteredOn(route -> !route.getAnnotationMetadata().hasAnnotation(PublicRoute.class))
                .filteredOn(route -> !route.getAnnotationMetadata().hasAnnotation(RequiresPermission.class))
                .extracting(UriRouteInfo::getTargetMethod)
                .isEmpty();
    }
}

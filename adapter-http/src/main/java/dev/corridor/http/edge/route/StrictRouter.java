package dev.corridor.http.edge.route;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * A resource has one path and an operation one method. The framework also accepts {@code post} for {@code POST}, and a path with a trailing slash for
 * the one without. Here these match no route, because access rules of proxies compare paths and methods exactly.
 */
@Singleton
@Replaces(DefaultRouter.class)
final class StrictRouter extends DefaultRouter {

    StrictRouter(Collection<RouteBuilder> builders) {
        super(builders);
    }

    @Override
    @Nullable
    public <T, R> UriRouteMatch<T, R> findClosest(HttpRequest<?> request) {
        var path = request.getPath();
        boolean isExact = request.getMethodName().equals(request.getMethod().name()) && (path.length() == 1 || !path.endsWith("/"));
        return isExact ? super.findClosest(request) : null;
    }
}

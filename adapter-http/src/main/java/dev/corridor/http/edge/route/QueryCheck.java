package dev.corridor.http.edge.route;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.http.edge.wire.MapParameter;
import dev.corridor.http.edge.wire.NearestName;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses query parameters that the route does not read, because a misspelt filter would return everything, and a misspelt safeguard would
 * protect nothing. A route's parameters are its method's arguments, or in {@link ReadsQuery}. A parameter that is a map is known by its name and
 * brackets, {@code metadata[]}, and given by a member's name within them.
 */
@Singleton
final class QueryCheck implements Check {

    private final Map<ExecutableMethod<?, ?>, Set<String>> namesByRoute = new ConcurrentHashMap<>();

    @Override
    public RequestCheck first() {
        return RequestCheck.QUERY;
    }

    @Override
    public CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        var given = request.getParameters().names();
        if (!given.isEmpty() && RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route) {
            requireKnown(given, namesByRoute.computeIfAbsent(route.getExecutableMethod(), QueryCheck::namesOf));
        }
        return PASSED;
    }

    private static void requireKnown(Set<String> given, Set<String> known) {
        given.stream().filter(name -> !known.contains(name) && !known.contains(MapParameter.nameOf(name))).findFirst().ifPresent(name -> {
            throw new BusinessException(new InvalidRequest(
                    "The parameter '" + NearestName.shown(name) + "' is unknown here" + NearestName.hint(name, known) + "."));
        });
    }

    static Set<String> namesOf(ExecutableMethod<?, ?> method) {
        return Stream.concat(
                Arrays.stream(method.getAnnotationMetadata().stringValues(ReadsQuery.class)),
                Arrays.stream(method.getArguments()).flatMap(QueryCheck::namesOf))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> namesOf(Argument<?> argument) {
        if (argument.isAnnotationPresent(RequestBean.class)) {
            return Arrays.stream(BeanIntrospection.getIntrospection(argument.getType()).getConstructorArguments())
                    .flatMap(QueryCheck::namesOf);
        }
        return argument.isAnnotationPresent(QueryValue.class)
                ? Stream.of(argument.getAnnotationMetadata().stringValue(QueryValue.class).orElse(argument.getName()))
                : Stream.empty();
    }
}

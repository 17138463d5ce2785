package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.Refuses;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.service.api.ApiDescription.Operation;
import dev.corridor.service.settings.Settings;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** Compares OpenAPI with routes and use cases. {@link ApiClient} checks it against real responses. */
@MicronautTest
class ApiDescriptionTest {

    private static final List<String> WHATEVER_IS_ASKED = List.of(
            "missing_api_key", "invalid_api_key", "authentication_failed", "authorization_required", "invalid_request", "internal_error");

    private final World world;
    private final ApiDescription description;
    private final List<UriRouteInfo<?, ?>> routes;

    ApiDescriptionTest(World world, Router router) {
        this.world = world;
        this.description = world.stranger().description();
        this.routes = router.uriRoutes()
                .filter(route -> pathOf(route).startsWith("/v1") && !route.getHttpMethodName().equals("HEAD"))
                .distinct()
                .collect(Collectors.toList());
    }

    @Test
    void it_has_every_route_and_no_other() {
        assertThat(description.operations())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(
                        routes.stream().map(route -> route.getHttpMethodName() + " " + pathOf(route)).toList());
    }

    @Test
    void it_has_a_webhook_for_each_type_of_event() {
        var document = new Yaml().<Map<String, Map<String, Object>>>load(world.stranger().bare("/openapi.yaml").body());

        assertThat(document.get("webhooks").keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values()).map(EventType::toString).toList());
    }

    /** Whatever a stranger may ask again and again: to log in, to register, to open a feed. */
    @Test
    void each_route_to_authentication_has_a_limit_by_default() {
        var limited = Settings.of(Map.of()).limits().routes().byRoute().keySet();

        assertThat(limited).contains("GET /ws", "GET /ws/nexus-bridge", "GET /ws/fastfeed").containsAll(description.operations().stream()
                .filter(operation -> operation.path().startsWith("/v1/auth/"))
                .map(Operation::toString)
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> an_operation_declares_what_its_use_case_refuses() {
        return routes.stream().filter(route -> !isForStrangers(route))
                .map(route -> DynamicTest.dynamicTest(route.getHttpMethodName() + " " + pathOf(route), () -> {
                    var operation = description.operations().stream()
                            .filter(candidate -> candidate.method().equals(route.getHttpMethodName()) && candidate.path().equals(pathOf(route)))
                            .findFirst()
                            .orElseThrow();
                    var declared = operation.codes().values().stream().flatMap(Collection::stream).collect(Collectors.toSet());

                    assertThat(declared).containsAll(WHATEVER_IS_ASKED).containsAll(refusals(route));
                    assertThat(declared.contains("validation_error")).isEqualTo(operation.hasBody());
                }));
    }

    @Test
    void what_strangers_may_do_declares_no_refusal_of_keys() {
        assertThat(routes).filteredOn(ApiDescriptionTest::isForStrangers).isNotEmpty().allSatisfy(route -> {
            var declared = description.operations().stream()
                    .filter(operation -> operation.path().equals(pathOf(route)))
                    .flatMap(operation -> operation.codes().values().stream())
                    .flatMap(Collection::stream);

            assertThat(declared)
                    .contains("invalid_request", "internal_error")
                    .doesNotContain("missing_api_key", "invalid_api_key", "api_key_locked", "authorization_required");
        });
    }

    private static boolean isForStrangers(UriRouteInfo<?, ?> route) {
        return route.getAnnotationMetadata().hasAnnotation(PublicRoute.class);
    }

    private static Set<String> refusals(UriRouteInfo<?, ?> route) {
        var useCase = route.getAnnotationMetadata().classValue(Performs.class).orElseThrow();
        return Arrays.stream(useCase.getMethods())
                .filter(method -> method.isAnnotationPresent(Refuses.class))
                .flatMap(method -> Arrays.stream(method.getAnnotation(Refuses.class).value()))
                .map(error -> snakeCase(error.getSimpleName()))
                .collect(Collectors.toSet());
    }

    /** A rule derives an error's code from its name. */
    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String pathOf(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }
}

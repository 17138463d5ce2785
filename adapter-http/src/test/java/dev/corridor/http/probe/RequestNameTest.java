package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** However a client writes what it asks for, it is counted as what it is. Every route of the API is tried in every way of writing it. */
@MicronautTest
class RequestNameTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final String KEY = "Authorization: Bearer " + ProbeBeans.KEY_WITHOUT_PERMISSIONS;

    /** Ways to write a path that lead to the same route. */
    private static final List<UnaryOperator<String>> SAME = List.of(
            path -> path,
            path -> path + "?",
            path -> path + "?limit=2&a=b",
            path -> path.replace("a_variable", "%61_variable"),
            path -> path.replace("a_variable", "a%5Fvariable"),
            path -> path.replace("a_variable", "a%5f%76ariable"),
            path -> "http://elsewhere.example" + path,
            path -> "https://elsewhere.example:8443" + path);

    /** Ways that a lenient reader may take for the same route, and that lead nowhere. */
    private static final List<UnaryOperator<String>> NOWHERE = List.of(
            path -> path + "/",
            path -> path + "//",
            path -> "/" + path,
            path -> path.replaceFirst("/v1/", "/v1//"),
            path -> path.replaceFirst("/v1/", "/./v1/"),
            path -> path.replaceFirst("/v1/", "/x/../v1/"),
            path -> path.replaceFirst("/v1/", "/v1/./"),
            path -> path.replaceFirst("/v1/", "/%761/"),
            path -> path.replaceFirst("/v1/", "/v1%2F"),
            path -> path.replaceFirst("/v1/", "/V1/"),
            path -> path.replaceFirst("/v1/(.)", "/v1/%00$1"),
            path -> path.replaceFirst("/v1/", "/v1;a=b/"),
            path -> path.replaceFirst("/v1/", "\\\\v1\\\\"),
            path -> path + "#fragment",
            path -> path + "%20",
            path -> path + "%2f",
            path -> path.substring(1));

    private final Wire wire;
    private final Router router;

    RequestNameTest(EmbeddedServer server, Router router) {
        this.wire = new Wire(server);
        this.router = router;
    }

    private List<UriRouteInfo<?, ?>> routes() {
        return router.uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toString().startsWith("/v1/"))
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD && route.getHttpMethod() != HttpMethod.OPTIONS)
                .distinct()
                .collect(Collectors.toList());
    }

    @Test
    void a_request_is_counted_by_its_route_however_its_path_is_written() {
        assertThat(routes()).hasSizeGreaterThan(40);
        for (var route : routes()) {
            for (var way : SAME) {
                assertCounted(route.getHttpMethodName(), way.apply(path(route)), name(route));
            }
        }
    }

    @Test
    void a_head_is_counted_as_the_get_that_it_is() {
        for (var route : routes()) {
            if (route.getHttpMethod() == HttpMethod.GET) {
                assertCounted("HEAD", path(route), name(route));
            }
        }
    }

    @Test
    void other_ways_to_write_a_path_lead_nowhere() {
        for (var route : routes()) {
            for (var way : NOWHERE) {
                assertNowhere(route.getHttpMethodName(), way.apply(path(route)), route);
            }
        }
    }

    @Test
    void other_ways_to_write_a_method_lead_nowhere() {
        for (var route : routes()) {
            var method = route.getHttpMethodName();
            assertNowhere(method.toLowerCase(Locale.ROOT), path(route), route);
            assertNowhere(method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT), path(route), route);
            assertNowhere(method.toLowerCase(Locale.ROOT).charAt(0) + method.substring(1), path(route), route);
        }
    }

    private void assertCounted(String method, String path, String name) {
        ProbeBeans.COUNTED.clear();
        wire.send(method, path, "", KEY);
        assertThat(ProbeBeans.COUNTED).as("%s %s", method, path).containsExactly(name);
    }

    /** It may be counted, but as nothing that has a limit of its own. A variable may hold what stands behind it. */
    private void assertNowhere(String method, String path, UriRouteInfo<?, ?> route) {
        ProbeBeans.COUNTED.clear();
        var answer = wire.send(method, path, "", KEY);
        if (!(path.contains("%") && isOfAVariable(route))) {
            assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isIn(400, 401, 404);
            assertThat(ProbeBeans.COUNTED).as("%s %s", method, path).allMatch(String::isEmpty);
        }
    }

    /** Of the route, or of one beside it. */
    private boolean isOfAVariable(UriRouteInfo<?, ?> route) {
        return routes().stream()
                .filter(other -> path(other).endsWith("a_variable") && parent(other).equals(parent(route)))
                .anyMatch(other -> ProbeBeans.COUNTED.equals(List.of(name(other))));
    }

    private static String parent(UriRouteInfo<?, ?> route) {
        return path(route).substring(0, path(route).lastIndexOf('/'));
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return VARIABLE.matcher(route.getUriMatchTemplate().toString()).replaceAll("a_variable");
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
    }
}

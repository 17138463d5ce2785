package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may enter the portal, as seen on the wire. */
@MicronautTest
class PortalDoorTest {

    /** What strangers may see: the logins, and what pages load. */
    private static final Set<String> OPEN = Set.of(
            "GET /portal/login",
            "POST /portal/login",
            "GET /portal/operator/login",
            "POST /portal/operator/login",
            "GET /portal/assets/{digest}/{name}");

    private final World world;
    private final List<UriRouteInfo<?, ?>> routes;
    private final PortalClient portal;

    PortalDoorTest(World world, Router router) {
        this.world = world;
        this.portal = new PortalClient(world.stranger().server());
        this.routes = router.uriRoutes()
                .filter(route -> pathOf(route).startsWith("/portal") && !route.getHttpMethodName().equals("HEAD"))
                .distinct()
                .collect(Collectors.toList());
    }

    private static String pathOf(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    /** Users and operators have a door each. */
    private static String loginOf(String path) {
        return path.startsWith("/portal/operator") ? "/portal/operator/login" : "/portal/login";
    }

    @TestFactory
    Stream<DynamicTest> no_page_and_no_form_is_open_to_a_stranger() {
        return routes.stream()
                .filter(route -> !OPEN.contains(route.getHttpMethodName() + " " + pathOf(route)))
                .map(route -> DynamicTest.dynamicTest(route.getHttpMethodName() + " " + pathOf(route), () -> {
                    var path = pathOf(route).replaceAll("\\{[^}]*}", "some");
                    boolean isForm = route.getHttpMethod() == HttpMethod.POST;
                    var answer = portal.send(isForm ? portal.form(path, Map.of("formToken", "0")) : portal.request(path));

                    if (isForm) {
                        assertThat(answer.statusCode()).isEqualTo(403);
                    } else {
                        assertThat(answer.statusCode()).isEqualTo(303);
                        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(loginOf(path));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_form_of_another_site_is_refused() {
        return routes.stream()
                .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                .map(route -> DynamicTest.dynamicTest(pathOf(route), () -> {
                    assertThat(portal.logIn(Person.register(world, "Acme")).statusCode()).isEqualTo(303);
                    var token = portal.formTokenOn("/portal");
                    var path = pathOf(route).replaceAll("\\{[^}]*}", "some");

                    assertThat(portal.send(portal.form(path, Map.of())).statusCode()).as("without a token").isEqualTo(403);
                    assertThat(portal.send(portal.form(path, Map.of("formToken", token.replace(token.charAt(0), 'x')))).statusCode())
                            .as("with a guess")
                            .isEqualTo(403);
                    assertThat(portal.send(portal.form(path, Map.of("formToken", token)).header("Sec-Fetch-Site", "cross-site")).statusCode())
                            .as("begun elsewhere")
                            .isEqualTo(403);
                    assertThat(portal.get("/portal").statusCode()).as("the session goes on").isEqualTo(200);
                }));
    }

    @Test
    void the_cookies_are_for_this_site_alone_and_not_for_scripts() throws Exception {
        var answer = portal.logIn(Person.register(world, "Acme"));

        assertThat(answer.statusCode()).isEqualTo(303);
        var set = answer.headers().allValues("Set-Cookie");
        assertThat(set).hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Strict", "Path=/")
                        .doesNotContain("Domain="));
        assertThat(portal.cookies.getCookieStore().getCookies()).extracting(HttpCookie::getName)
                .contains("corridor-access", "corridor-refresh", "corridor-form");
    }

    @Test
    void every_page_has_a_strict_policy_and_is_not_stored() throws Exception {
        for (var path : List.of("/portal", "/portal/login", "/portal/nowhere", "/portal/login?colour=red")) {
            var answer = portal.get(path);

            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        }
    }

    @Test
    void a_failure_is_a_page_here_and_json_in_the_api() throws Exception {
        var page = portal.get("/portal/nowhere");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Corridor-Code")).contains("not_found");
        assertThat(page.body()).contains("not_found", page.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(portal.get("/portalx").headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(portal.get("/portal/login?colour=red").body()).contains("invalid_request", "colour");
    }

    @Test
    void an_access_token_that_has_expired_is_refreshed_and_a_session_that_was_ended_is_over() throws Exception {
        var person = Person.register(world, "Acme");
        portal.logIn(person);
        world.clock.advance(Duration.ofMinutes(16));

        var later = portal.get("/portal");

        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).startsWith("corridor-access="));
        var api = world.stranger().withKey(world.stranger()
                .post("/v1/auth/login", Body.of("email", person.email(), "password", Person.PASSWORD))
                .isOk()
                .text("/accessToken"));
        for (var session : api.get("/v1/auth/sessions").isOk().texts("sessionId").reversed()) {
            api.delete("/v1/auth/sessions/" + session).isOk();
        }
        assertThat(portal.get("/portal").statusCode()).isEqualTo(303);
    }

    @Test
    void the_login_leads_back_to_a_page_of_the_portal_and_to_no_other() throws Exception {
        var person = Person.register(world, "Acme");
        for (var next : List.of("//evil.example.com", "https://evil.example.com/portal/", "/portal/\\evil", "/v1/accounts", "/portalevil")) {
            var token = portal.formTokenOn("/portal/login");
            var answer = portal.send(portal.form(
                    "/portal/login", Map.of("email", person.email(), "password", Person.PASSWORD, "formToken", token, "next", next)));
            assertThat(answer.headers().firstValue("Location")).as(next).contains("/portal");
        }
        var inside = portal.send(portal.form("/portal/login", Map.of(
                "email", person.email(),
                "password", Person.PASSWORD,
                "formToken", portal.formTokenOn("/portal/login"),
                "next", "/portal/now")));
        assertThat(inside.headers().firstValue("Location")).contains("/portal/now");
    }

    @Test
    void five_wrong_passwords_lock_the_login_here_too() throws Exception {
        var person = Person.register(world, "Acme");
        for (int i = 0; i < 5; i++) {
            var wrong = portal.submit("/portal/login", "/portal/login", Map.of("email", person.email(), "password", "Wr0ng&Safe!"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("invalid_credentials");
        }
        assertThat(portal.logIn(person).body()).contains("account_locked");
        assertThat(portal.get("/portal").statusCode()).isEqualTo(303);
    }

    @Test
    void maintenance_closes_the_portal_too() throws Exception {
        portal.logIn(Person.register(world, "Acme"));
        world.switchMaintenance(Optional.of(Duration.ofMinutes(2)));
        try {
            Await.until("nobody is served", () -> world.stranger().get("/v1/accounts").status() == 503);
            var maintained = portal.get("/portal");

            assertThat(maintained.statusCode()).isEqualTo(503);
            assertThat(maintained.body()).contains("service_unavailable");
        } finally {
            world.switchMaintenance(Optional.empty());
            Await.until("everybody is served again", () -> world.stranger().get("/v1/accounts").status() == 401);
        }
    }

    @Test
    void the_description_of_the_api_has_no_page() {
        assertThat(routes).isNotEmpty();
        assertThat(Arrays.toString(world.stranger().description().operations().toArray())).doesNotContain("/portal");
    }
}

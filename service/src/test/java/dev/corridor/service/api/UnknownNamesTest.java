package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.body.JsonRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every route of the API refuses a misspelt name, in the query and in the body, because an ignored safeguard would seem to work. */
@MicronautTest
class UnknownNamesTest {

    private static final String UNKNOWN = "unknwonName";

    private final Customer acme;
    private final List<UriRouteInfo<?, ?>> routes;

    UnknownNamesTest(World world, Router router) {
        this.acme = world.newCustomer();
        this.routes = router.uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD") && !nameOf(route).contains(" /portal"))
                .distinct()
                .<UriRouteInfo<?, ?>>map(route -> route)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> no_route_takes_an_unknown_parameter() {
        return routes.stream().map(route -> DynamicTest.dynamicTest(nameOf(route), () -> {
            var answer = acme.api().with("Corridor-Dialect", "nxos").ask(route.getHttpMethodName(), pathOf(route) + "?" + UNKNOWN + "=1");

            assertThat(answer.isError(400, "invalid_request").message()).startsWith("The parameter '" + UNKNOWN + "' is unknown here");
        }));
    }

    @TestFactory
    Stream<DynamicTest> no_route_takes_an_unknown_member() {
        return routes.stream().filter(UnknownNamesTest::hasBody).map(route -> DynamicTest.dynamicTest(nameOf(route), () -> {
            var body = "{\"" + UNKNOWN + "\":\"1\"}";

            var path = pathOf(route) + requiredQueryOf(route);

            var answer = acme.api().ask(route.getHttpMethodName(), path, body);
            var named = acme.api().with("Idempotency-Key", "unknown-" + nameOf(route).hashCode())
                    .ask(route.getHttpMethodName(), path, body);

            assertThat(answer.isError(400, "validation_error").message()).contains(UNKNOWN + " is unknown here");
            assertThat(named.isError(400, "validation_error").message()).contains(UNKNOWN + " is unknown here");
        }));
    }

    @Test
    void the_safety_pins_of_the_contract_are_not_ignored() {
        var pinned = acme.aCryptoPayout(acme.registerWallet(), "1.00").with("{\"expectedFeeShedule\":{\"fixed\":\"0\",\"bps\":0}}");

        assertThat(acme.payOut(pinned).isError(400, "validation_error").message()).contains("expectedFeeShedule is unknown here");
    }

    @Test
    void the_nearest_name_is_told() {
        assertThat(acme.api().get("/v1/transactions?acountId=1").isError(400, "invalid_request").message())
                .isEqualTo("The parameter 'acountId' is unknown here, perhaps 'accountId' is meant.");
        assertThat(acme.api().post("/v1/quotes", acme.aQuote("1.00").with("{\"to_amount\":null}")).isError(400, "validation_error").message())
                .isEqualTo("to_amount is unknown here, perhaps 'toAmount' is meant.");
    }

    private static boolean hasBody(UriRouteInfo<?, ?> route) {
        return Arrays.stream(route.getTargetMethod().getArguments())
                .anyMatch(argument -> argument.isAnnotationPresent(Body.class) && JsonRequest.class.isAssignableFrom(argument.getType()));
    }

    private static String nameOf(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }

    /** Without it, its absence would be told first. */
    private static String requiredQueryOf(UriRouteInfo<?, ?> route) {
        return nameOf(route).equals("PATCH /v1/beneficiaries/{beneficiaryId}") ? "?accountId=acct_" + "0".repeat(32) : "";
    }

    private static String pathOf(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate()
                .toPathString()
                .replace("{accountId}", "acct_" + "0".repeat(32))
                .replace("{apiKeyId}", "key_" + "0".repeat(32))
                .replace("{beneficiaryId}", "bene_" + "0".repeat(32))
                .replace("{endpointId}", "ep_" + "0".repeat(24))
                .replace("{organizationId}", "org_" + "0".repeat(32))
                .replace("{transactionId}", "txn_" + "0".repeat(32))
                .replaceAll("\\{\\w+}", "x");
    }
}

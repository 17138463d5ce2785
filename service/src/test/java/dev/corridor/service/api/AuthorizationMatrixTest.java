package dev.corridor.service.api;

import static dev.corridor.service.api.Broker.ON_BEHALF_OF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.route.OnBehalf.Meaning;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.service.api.ApiDescription.Operation;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may ask for what on whose behalf: every operation, in every relation of the caller to the organization that it names, in every state of the
 * two. A new operation fails until it has a place in the table.
 */
@MicronautTest
class AuthorizationMatrixTest {

    /** It upgrades a connection, and its error contract is that of its path. */
    private static final String WEB_SOCKET = "GET /v1/realtime";

    private static final Map<Meaning, Set<String>> PLACES = Map.of(
            Meaning.CUSTOMER,
            Set.of(
                    "GET /v1/organizations",
                    "GET /v1/organizations/{organizationId}",
                    "PATCH /v1/organizations/nxosnet",
                    "POST /v1/accounts",
                    "GET /v1/accounts",
                    "GET /v1/accounts/{accountId}",
                    "PATCH /v1/accounts/{accountId}",
                    "GET /v1/accounts/{accountId}/balances/{asset}",
                    "GET /v1/accounts/{accountId}/entries",
                    "GET /v1/accounts/{accountId}/statement",
                    "GET /v1/funding-methods/{fundingMethodId}",
                    "POST /v1/beneficiaries/crypto",
                    "POST /v1/beneficiaries/bank",
                    "POST /v1/beneficiaries/nxosnet",
                    "GET /v1/beneficiaries",
                    "GET /v1/beneficiaries/{beneficiaryId}",
                    "DELETE /v1/beneficiaries/{beneficiaryId}",
                    "PATCH /v1/beneficiaries/{beneficiaryId}",
                    "POST /v1/quotes",
                    "GET /v1/quotes",
                    "GET /v1/quotes/{quoteId}",
                    "POST /v1/quotes/{quoteId}/execute",
                    "POST /v1/transactions/conversions",
                    "POST /v1/transactions/crypto-payouts",
                    "POST /v1/transactions/fiat-payouts",
                    "POST /v1/transactions/transfers",
                    "POST /v1/transactions/nxosnet-transfers",
                    "POST /v1/transactions/{transactionId}/approve",
                    "POST /v1/transactions/{transactionId}/reject",
                    "POST /v1/transactions/{transactionId}/cancel",
                    "POST /v1/payout-batches",
                    "GET /v1/payout-batches",
                    "GET /v1/payout-batches/{batchId}",
                    "GET /v1/payout-batches/{batchId}/items",
                    "POST /v1/payout-batches/{batchId}/cancel",
                    "GET /v1/transactions",
                    "GET /v1/transactions/{transactionId}",
                    "POST /v1/transactions/{transactionId}/reverse",
                    "GET /v1/fees/crypto-payout",
                    "GET /v1/fees/fiat-payout",
                    "GET /v1/requests/{requestId}",
                    "GET /v1/symbols/available",
                    "GET /v1/market/ticker",
                    "GET /v1/market/depth",
                    "GET /v1/market/trades",
                    "GET /v1/market/kline",
                    "POST /v1/sandbox/deposits",
                    "POST /v1/sandbox/transactions/{transactionId}/settle",
                    "POST /v1/sandbox/transactions/{transactionId}/decline",
                    "POST /v1/sandbox/transactions/{transactionId}/return"),
            Meaning.PENDING_CUSTOMER,
            Set.of(
                    "GET /v1/organizations/verification",
                    "POST /v1/organizations/verification",
                    "POST /v1/organizations/verification/import"),
            Meaning.IGNORED,
            Set.of("POST /v1/organizations"),
            Meaning.REFUSED,
            Set.of(
                    "GET /v1/authorizations",
                    "POST /v1/authorizations",
                    "POST /v1/authorizations/revoke",
                    "POST /v1/api-keys",
                    "GET /v1/api-keys",
                    "GET /v1/api-keys/{apiKeyId}",
                    "PATCH /v1/api-keys/{apiKeyId}",
                    "DELETE /v1/api-keys/{apiKeyId}",
                    "POST /v1/api-keys/{apiKeyId}/enable",
                    "POST /v1/api-keys/{apiKeyId}/lock",
                    "POST /v1/api-keys/{apiKeyId}/unlock",
                    "POST /v1/api-keys/{apiKeyId}/rotate",
                    "POST /v1/webhooks/endpoints",
                    "GET /v1/webhooks/endpoints",
                    "GET /v1/webhooks/endpoints/{endpointId}",
                    "PATCH /v1/webhooks/endpoints/{endpointId}",
                    "DELETE /v1/webhooks/endpoints/{endpointId}",
                    "GET /v1/webhooks/endpoints/{endpointId}/secret",
                    "POST /v1/webhooks/endpoints/{endpointId}/secret/rotate",
                    "GET /v1/webhooks/endpoints/{endpointId}/attempts",
                    "POST /v1/webhooks/endpoints/{endpointId}/messages/{messageId}/resend",
                    "POST /v1/webhooks/endpoints/{endpointId}/replay",
                    "POST /v1/webhooks/endpoints/{endpointId}/test",
                    "GET /v1/audit",
                    WEB_SOCKET,
                    "POST /v1/realtime/tickets",
                    "GET /v1/connections",
                    "DELETE /v1/connections/{connectionId}",
                    "POST /v1/auth/logout",
                    "GET /v1/auth/me",
                    "POST /v1/auth/password",
                    "GET /v1/auth/sessions",
                    "DELETE /v1/auth/sessions/{sessionId}",
                    "POST /v1/sandbox/organizations",
                    "PATCH /v1/sandbox/organizations/{organizationId}"));

    private static final String UNKNOWN = "org_00000000000070008000000000000000";

    private final World world;
    private final Router router;
    private final Broker broker;

    AuthorizationMatrixTest(World world, Router router) {
        this.world = world;
        this.router = router;
        this.broker = new Broker(world.newCustomer());
    }

    static Meaning meaningTo(Operation operation) {
        return PLACES.entrySet().stream()
                .filter(place -> place.getValue().contains(operation.toString()))
                .findAny()
                .orElseThrow(() -> new AssertionError(operation + " has no place in the matrix"))
                .getKey();
    }

    @Test
    void every_operation_has_one_place() {
        var placed = PLACES.values().stream().flatMap(Set::stream).toList();

        assertThat(placed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                operations().map(Operation::toString).collect(Collectors.toSet()));
    }

    /** What is to be answered to a broker whose relation to the organization lets it in: only then the request itself counts. */
    private enum Cell {
        LET_IN,
        AUTHORIZATION_REQUIRED,
        FORBIDDEN,
        CLIENT_INACTIVE;

        private boolean isIn(Answer answer) {
            return this == LET_IN
                    ? !Set.of("authorization_required", "client_inactive").contains(answer.code()) && !isRefusedOnBehalf(answer)
                    : answer.code().equals(name().toLowerCase(Locale.ROOT));
        }

        /** The operation may forbid something else, such as a key in place of a token. */
        private static boolean isRefusedOnBehalf(Answer answer) {
            return answer.code().equals("forbidden") && answer.message().contains(ON_BEHALF_OF);
        }
    }

    private interface Row {

        Cell cell(Meaning meaning, Permission permission);
    }

    private record Relation(String name, String organization, ApiClient caller, Row row) {}

    private List<Relation> relations() {
        var api = broker.self().api();
        var relations = new ArrayList<Relation>();
        relations.add(new Relation("its own", broker.self().organization(), api, (meaning, permission) -> Cell.LET_IN));
        relations.add(new Relation("one that does not exist", UNKNOWN, api, AuthorizationMatrixTest::withoutLetter));
        relations.add(new Relation("a stranger", world.newCustomer().organization(), api, AuthorizationMatrixTest::withoutLetter));

        var ward = world.newCustomer();
        broker.self().api().post("/v1/authorizations", Body.of("authorizedOrganizationId", ward.organization(), "type", "LOA")).isOk();
        relations.add(new Relation("one that it has authorized itself", ward.organization(), api, AuthorizationMatrixTest::withoutLetter));

        relations.add(new Relation(
                "a customer whose letter is not signed", broker.newCustomer("Unsigned Pending"), api, AuthorizationMatrixTest::withPendingLetter));
        var unverified = world.newCustomer();
        world.setStatus(unverified, OrganizationStatus.NOT_APPROVED);
        broker.isAuthorizedBy(unverified);
        relations.add(new Relation(
                "a customer that is not verified", unverified.organization(), api, AuthorizationMatrixTest::withPendingLetter));

        var active = aCustomer();
        relations.add(new Relation("a customer", active.organization(), api, AuthorizationMatrixTest::withActiveLetter));
        relations.add(new Relation(
                "a customer, with a key that may do nothing", active.organization(), aKeyThatReadsConnections(),
                (meaning, permission) -> Cell.FORBIDDEN));

        var held = aCustomer();
        world.setStatus(held, OrganizationStatus.NOT_APPROVED);
        relations.add(new Relation("a customer that is no longer approved", held.organization(), api, (meaning, permission) -> {
            var cell = withActiveLetter(meaning, permission);
            return cell == Cell.LET_IN && meaning != Meaning.IGNORED && permission.needsApproval() ? Cell.CLIENT_INACTIVE : cell;
        }));
        var closed = aCustomer();
        world.setStatus(closed, OrganizationStatus.CLOSED);
        relations.add(new Relation("a customer that is closed", closed.organization(), api, AuthorizationMatrixTest::withoutLetter));

        var revoked = aCustomer();
        broker.revoke(revoked.api(), revoked.organization()).isOk();
        relations.add(new Relation("a customer that has revoked its letter", revoked.organization(), api, AuthorizationMatrixTest::withoutLetter));
        var left = aCustomer();
        broker.revoke(api, left.organization()).isOk();
        relations
                .add(new Relation("a customer whose letter it has revoked itself", left.organization(), api, AuthorizationMatrixTest::withoutLetter));
        return relations;
    }

    private Customer aCustomer() {
        var customer = world.newCustomer();
        broker.isAuthorizedBy(customer);
        return customer;
    }

    private ApiClient aKeyThatReadsConnections() {
        var created = broker.self().api().post("/v1/api-keys", Body.of("name", "Weak").with("{\"permissions\":[\"feed:read\"]}")).isOk();
        return world.stranger().withKey(created.text("/secret"));
    }

    private static Cell withoutLetter(Meaning meaning, Permission permission) {
        return switch (meaning) {
            case CUSTOMER, PENDING_CUSTOMER -> Cell.AUTHORIZATION_REQUIRED;
            case IGNORED -> Cell.LET_IN;
            case REFUSED -> Cell.FORBIDDEN;
        };
    }

    private static Cell withPendingLetter(Meaning meaning, Permission permission) {
        return meaning == Meaning.PENDING_CUSTOMER ? Cell.LET_IN : withoutLetter(meaning, permission);
    }

    private static Cell withActiveLetter(Meaning meaning, Permission permission) {
        return meaning == Meaning.REFUSED ? Cell.FORBIDDEN : Cell.LET_IN;
    }

    @TestFactory
    Stream<DynamicTest> each_operation_in_each_relation() {
        var permissions = permissions();
        return relations().stream().map(relation -> DynamicTest.dynamicTest(relation.name, () -> assertThat(operations())
                .filteredOn(operation -> !operation.toString().equals(WEB_SOCKET))
                .allSatisfy(operation -> {
                    var answer = ask(relation.caller.with(ON_BEHALF_OF, relation.organization), operation);
                    var expected = relation.row.cell(meaningTo(operation), permissions.get(operation.toString()));
                    assertThat(expected.isIn(answer)).as("%s: %s to %s", expected, answer.body(), operation).isTrue();
                })));
    }

    /** With nonsense wherever there is room for it. */
    private static Answer ask(ApiClient api, Operation operation) {
        var path = operation.path().replaceAll("\\{\\w+}", "nonsense");
        return switch (operation.method()) {
            case "GET" -> api.get(path + "?limit=nonsense");
            case "DELETE" -> api.delete(path);
            case "PATCH" -> api.patch(path, "{");
            default -> operation.hasBody() ? api.post(path, "{") : api.post(path);
        };
    }

    private Stream<Operation> operations() {
        return world.stranger().description().operations().stream()
                .filter(operation -> operation.path().startsWith("/v1") && !operation.isPublic());
    }

    private Map<String, Permission> permissions() {
        return router.uriRoutes()
                .filter(route -> route.getAnnotationMetadata().hasAnnotation(RequiresPermission.class))
                .collect(Collectors.toMap(
                        route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString(),
                        route -> route.getAnnotationMetadata().enumValue(RequiresPermission.class, Permission.class).orElseThrow(),
                        (one, other) -> one));
    }
}

package dev.corridor.service.api;

import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.application.operator.AccountAct;
import dev.corridor.application.operator.InviteOperator;
import dev.corridor.application.operator.InviteOperatorService;
import dev.corridor.application.operator.IssueOperatorToken;
import dev.corridor.application.operator.IssueOperatorTokenService;
import dev.corridor.application.operator.KeyAct;
import dev.corridor.application.operator.OrganizationAct;
import dev.corridor.application.operator.SwitchOperator;
import dev.corridor.application.operator.SwitchOperatorService;
import dev.corridor.application.operator.UserAct;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.operator.TokenName;
import dev.corridor.domain.transaction.Details;
import dev.corridor.persistence.operator.PostgresOperators;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.service.Await;
import dev.corridor.service.documents.Document;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What programs and scripts of operators do on the management port, and that nobody else does it. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorApiTest implements TestPropertyProvider {

    private static final String API = "/operator/v1";
    private static final String UNKNOWN = "0".repeat(32);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private World world;
    private List<UriRouteInfo<?, ?>> routes;
    private InviteOperator inviteOperator;
    private IssueOperatorToken issueToken;
    private SwitchOperator switchOperator;
    private Receipts receipts;
    private OperatorClient stranger;
    private int managementPort;

    @Override
    public Map<String, String> getProperties() {
        try (var socket = new ServerSocket(0)) {
            managementPort = socket.getLocalPort();
            return Map.of("endpoints.all.port", Integer.toString(managementPort), ServiceUnderTest.UNKNOWN_KEY_LIMIT, "100/min");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void an_operator(
            World given,
            Router router,
            TestDatabase database,
            PasswordHashes hashes,
            OperatorSecrets secrets,
            AuditLog audit,
            Receipts givenReceipts) {
        world = given;
        receipts = givenReceipts;
        var operators = new PostgresOperators(database.superuser());
        inviteOperator = new InviteOperatorService(operators, hashes, secrets, audit, world.clock);
        issueToken = new IssueOperatorTokenService(operators, secrets, audit, world.clock);
        switchOperator = new SwitchOperatorService(operators, audit, world.clock);
        stranger = new OperatorClient(URI.create("http://localhost:" + managementPort), Map.of());
        routes = router.uriRoutes()
                .filter(route -> pathOf(route).startsWith("/operator") && !route.getHttpMethodName().equals("HEAD"))
                .distinct()
                .<UriRouteInfo<?, ?>>map(route -> route)
                .toList();
    }

    @AfterEach
    void the_books_add_up() {
        world.assertThatTheBooksAddUp();
    }

    /** An operator's program. */
    private record Program(OperatorName operator, OperatorClient api) {}

    private OperatorName newOperator() {
        var name = new OperatorName("carol" + COUNT.incrementAndGet());
        inviteOperator.invite(new InviteOperator.Command(new Operator(), name, false, Origin.CONSOLE));
        return name;
    }

    private Program program(OperatorName operator, String token) {
        var issued = issueToken.issue(new IssueOperatorToken.Command(
                new Operator(), operator, new TokenName(token), Duration.ofDays(30), Origin.CONSOLE));
        return new Program(operator, stranger.withToken(issued.token().value()));
    }

    private Program newProgram() {
        return program(newOperator(), "program");
    }

    /** Who has enrolled a device, and logs in by the API. */
    private OperatorClient person() throws Exception {
        var invitation = inviteOperator.invite(new InviteOperator.Command(
                new Operator(), new OperatorName("dave" + COUNT.incrementAndGet()), false, Origin.CONSOLE));
        var onDuty = OnDuty.enrol(world, invitation, new PortalClient(world.stranger().server()));
        var login = stranger.post(
                API + "/login", Body.of("name", onDuty.name(), "password", OnDuty.PASSWORD, "code", onDuty.nextCode()).toString()).isOk();
        return stranger.withToken(login.text("/token"));
    }

    private static String pathOf(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static String nameOf(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + pathOf(route);
    }

    private static String anyOf(String path) {
        return path.replace("{organizationId}", "org_" + UNKNOWN)
                .replace("{accountId}", "acct_" + UNKNOWN)
                .replace("{apiKeyId}", "key_" + UNKNOWN)
                .replace("{proposalId}", "prop_" + UNKNOWN)
                .replace("{receiptId}", "rcpt_" + UNKNOWN)
                .replaceAll("\\{\\w+}", "x");
    }

    @TestFactory
    Stream<DynamicTest> no_route_is_open_to_strangers() {
        var disabled = newProgram();
        disabled.api().get(API + "/me").isOk();
        switchOperator.switchTo(new SwitchOperator.Command(new Operator(), disabled.operator(), false, Origin.CONSOLE));
        var elsewhere = new OperatorClient(world.stranger().server(), newProgram().api().headers());
        var customer = stranger.with("Authorization", world.newCustomer().api().headers().get("Authorization"));
        assertThat(routes).hasSizeGreaterThan(20);
        return routes.stream().map(route -> DynamicTest.dynamicTest(nameOf(route), () -> {
            var path = anyOf(pathOf(route));
            var method = route.getHttpMethodName();
            assertThat(elsewhere.ask(method, path, "").isError(404, "not_found").message()).as("on the API's port").contains("Route");
            if (!pathOf(route).equals(API + "/login")) {
                stranger.ask(method, path, "").isError(401, "missing_api_key");
                disabled.api().ask(method, path, "").isError(401, "token_revoked");
                customer.ask(method, path, "").isError(401, "token_revoked");
            }
        }));
    }

    @Test
    void the_guide_has_every_route_and_each_act() {
        var table = Document.named("docs/operate.md").between("operator-api: begin", "operator-api: end");

        assertThat(table.lines().filter(line -> line.contains("/operator/")).map(line -> line.split("`")[1]))
                .containsExactlyInAnyOrderElementsOf(routes.stream().map(OperatorApiTest::nameOf).toList());
        assertThat(Stream.of(OrganizationAct.values(), AccountAct.values(), KeyAct.values(), UserAct.values()).flatMap(Stream::of))
                .allSatisfy(act -> assertThat(table).contains("`" + act.word() + "`"));
    }

    @Test
    void each_port_has_its_own_paths() {
        var program = newProgram().api();

        stranger.with("Authorization", world.newCustomer().api().headers().get("Authorization")).get("/v1/accounts").isError(404, "not_found");
        program.get(API + "/nothing").isError(404, "not_found");
        assertThat(world.stranger().bare("/health").statusCode()).isEqualTo(404);
    }

    @Test
    void who_guesses_tokens_is_not_listened_to() {
        var guessing = newProgram().api().with("X-Forwarded-For", "203.0.113.9");
        for (int i = 0; i < 100; i++) {
            guessing.withToken("guess" + i).get(API + "/me").isError(401, "token_revoked");
        }

        guessing.get(API + "/me").isError(429, "rate_limit_exceeded");
        guessing.with("X-Forwarded-For", "203.0.114.9").get(API + "/me").isOk();
    }

    /** By route: what is asked, with the operator's name in as many records as the number says. */
    private Map<String, Supplier<Answer>> acts(Program by, Customer customer, OperatorName other) {
        var api = by.api();
        var organization = API + "/organizations/" + customer.organization();
        var key = customer.api().post("/v1/api-keys", Body.of("name", "Other")
                .with("{\"permissions\":[\"accounts:read\"],\"enabled\":true}")).isOk().text("/apiKey/apiKeyId");
        var endpoint = customer.api().post("/v1/webhooks/endpoints", Body.of("url", "https://example.com/hook")).isOk().text("/id");
        var message = customer.api().post("/v1/webhooks/endpoints/" + endpoint + "/test").isOk().text("/messageId");
        var person = Person.register(world, "Acme");
        var proposal = Body.of("act", "SETTLE", "transactionId", payout(customer), "reason", "The bank wrote", "evidence", "letter 7").toString();
        var open = program(other, "proposer").api().post(API + "/proposals", proposal).isOk().text("/proposalId");

        var acts = new LinkedHashMap<String, Supplier<Answer>>();
        acts.put("/proposals", () -> api.post(API + "/proposals", proposal));
        acts.put("/proposals/{proposalId}/reject", () -> api.post(API + "/proposals/" + open + "/reject", ""));
        acts.put("/users/{act}", () -> api.post(API + "/users/end-sessions", Body.of("email", person.email()).toString()));
        acts.put("/suspense/{receiptId}/assign", () -> api.post(
                API + "/suspense/" + receipt() + "/assign", Body.of("accountId", customer.account(), "evidence", "letter").toString()));
        acts.put("/maintenance/on", () -> api.post(API + "/maintenance/on", "{}"));
        acts.put("/maintenance/off", () -> api.post(API + "/maintenance/off", ""));
        acts.put("/organizations/{organizationId}/api-keys/{apiKeyId}/{act}", () -> api.post(organization + "/api-keys/" + key + "/lock", ""));
        acts.put("/organizations/{organizationId}/webhooks/endpoints/{endpointId}/replay", () -> api.post(
                organization + "/webhooks/endpoints/" + endpoint + "/replay",
                Body.of("from", "2025-03-14T00:00:00Z", "until", "2025-03-15T00:00:00Z").toString()));
        acts.put("/organizations/{organizationId}/webhooks/endpoints/{endpointId}/messages/{messageId}/resend", () -> api.post(
                organization + "/webhooks/endpoints/" + endpoint + "/messages/" + message + "/resend", ""));
        acts.put("/organizations/{organizationId}/accounts/{accountId}/{act}", () -> api.post(
                organization + "/accounts/" + customer.account() + "/suspend", ""));
        acts.put("/organizations/{organizationId}/{act}", () -> api.post(organization + "/suspend", ""));
        acts.put("/logout", () -> program(by.operator(), "leaving").api().post(API + "/logout", ""));
        return acts;
    }

    private String receipt() {
        var arrival = new Arrival(
                "bank main", "R-" + COUNT.incrementAndGet(), new Value.Known(eur("7.00")), "Ada", "DE89", world.clock.instant(),
                new Details.FiatPayin());
        return receipts.keep(new Suspended(arrival, SuspenseReason.NO_ACCOUNT, world.clock.instant())).id().toString();
    }

    private static String payout(Customer customer) {
        customer.deposit("20.00", "EUR");
        return customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), "20.00")).isOk().text("/transactionId");
    }

    /** What leaves no record of its own: who logs in has one already, what an approval leaves is told below, and to return is the twin of to assign. */
    private static final List<String> TOLD_ELSEWHERE = List.of(
            "/login", "/proposals/{proposalId}/approve", "/suspense/{receiptId}/return");

    @Test
    void each_act_leaves_one_record_with_the_operators_name() {
        var by = newProgram();
        var acts = acts(by, world.newCustomer(), newOperator());
        assertThat(routes.stream().filter(route -> route.getHttpMethodName().equals("POST")).map(route -> pathOf(route).substring(API.length())))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(acts.keySet().stream(), TOLD_ELSEWHERE.stream()).toList());

        acts.forEach((route, act) -> {
            long before = recordsOf(by.operator());
            act.get().isOk();
            assertThat(recordsOf(by.operator()) - before).as(route).isEqualTo(1);
        });
    }

    private long recordsOf(OperatorName operator) {
        return Stream.of(world.everythingIn("audit_records").split("\"actor\":\"operator:" + operator + "\"")).count() - 1;
    }

    @Test
    void what_operators_see() {
        var api = newProgram().api();
        var customer = world.newCustomer();
        var organization = API + "/organizations/" + customer.organization();

        assertThat(api.get(organization).isOk().text("/status")).isEqualTo("APPROVED");
        assertThat(api.get(API + "/organizations?name=ACME&limit=1").isOk().text("/data/0/name")).isEqualTo("Acme");
        assertThat(api.get(organization + "/accounts").isOk().text("/data/0/accountId")).isEqualTo(customer.account());
        assertThat(api.get(organization + "/api-keys").isOk().text("/data/0/status")).isEqualTo("ENABLED");
        assertThat(api.get(organization + "/webhooks/endpoints").isOk().body()).contains("\"data\":[]");
        api.post(organization + "/accounts/" + customer.account() + "/suspend", "").isOk();
        assertThat(api.get(API + "/suspended").isOk().body()).contains(customer.account());
        assertThat(api.get(organization + "/audit").isOk().text("/data/0/action")).isEqualTo("account.changed");
        var receipt = receipt();
        assertThat(api.get(API + "/suspense").isOk().body()).contains(receipt, "7.00");
        assertThat(api.post(API + "/suspense/" + receipt + "/return", Body.of("evidence", "letter").toString()).isOk().text("/state"))
                .isEqualTo("RETURNED");
        assertThat(api.get(API + "/maintenance").isOk().body()).contains("\"isOn\":false");
        assertThat(api.get(API + "/audit").isOk().body()).contains("operator.token_issued");
        api.post(organization + "/explode", "").isError(404, "not_found");
        api.get(API + "/organizations/org_" + UNKNOWN).isError(404, "organization_not_found");
        api.with("Corridor-Dialect", "problem+json").get(API + "/organizations/org_" + UNKNOWN).isProblem();
    }

    @Test
    void maintenance_ends_where_it_began() {
        var api = newProgram().api();
        api.post(API + "/maintenance/on", "{\"retryAfterSeconds\":90}").isOk();
        Await.until("nobody is served", () -> world.stranger().get("/v1/accounts").status() == 503);

        assertThat(api.get(API + "/maintenance").isOk().body()).contains("\"isOn\":true,\"retryAfterSeconds\":90");
        api.post(API + "/maintenance/off", "").isOk();
        Await.until("everybody is served again", () -> world.stranger().get("/v1/accounts").status() == 401);
    }

    @Test
    void a_trade_is_undone_by_two_people_and_once() throws Exception {
        var customer = world.newCustomer();
        customer.deposit("25.00", "EUR");
        var trade = customer.api().post("/v1/transactions/conversions", Body.of(
                "accountId", customer.account(), "fromAsset", "EUR", "toAsset", "USDC", "fromAmount", "25.00").with("{\"slippageBps\":50}"))
                .isOk().text("/transactionId");
        var program = newProgram().api();
        var proposal = program.post(API + "/proposals", Body.of(
                "act", "REVERSE", "transactionId", trade, "reason", "Fat finger", "evidence", "ticket 12").toString()).isOk();
        assertThat(proposal.text("/state")).isEqualTo("OPEN");
        assertThat(customer.balance("EUR")).isEqualTo("0.00 + 0.00");
        var path = API + "/proposals/" + proposal.text("/proposalId");
        program.post(path + "/approve", "").isError(403, "forbidden");
        newProgram().api().post(path + "/approve", "").isError(403, "forbidden");

        var person = person();
        var approved = person.post(path + "/approve", "").isOk();

        assertThat(approved.text("/state")).isEqualTo("DONE");
        assertThat(customer.balance("EUR")).isEqualTo("25.00 + 0.00");
        person.post(path + "/approve", "").isError(400, "invalid_request");
        var records = customer.api().get("/v1/audit").isOk();
        assertThat(records.text("/data/0/action") + " by " + records.text("/data/0/actor")).startsWith("transaction.reversed by operator:dave");
        assertThat(records.text("/data/1/action") + " by " + records.text("/data/1/actor")).startsWith("movement.approved by operator:dave");
        assertThat(records.text("/data/2/action") + " by " + records.text("/data/2/actor")).startsWith("movement.proposed by operator:carol");
        assertThat(program.get(API + "/proposals").isOk().text("/data/0/movedTransactionId")).isEqualTo(approved.text("/movedTransactionId"));
        var again = program.post(API + "/proposals", Body.of(
                "act", "REVERSE", "transactionId", trade, "reason", "Again", "evidence", "ticket 13").toString()).isOk().text("/proposalId");
        assertThat(person.post(API + "/proposals/" + again + "/approve", "").isOk().text("/refusal")).isEqualTo("transaction_already_reversed");
    }

    @Test
    void a_login_ends_with_its_logout() throws Exception {
        var person = person();
        assertThat(person.get(API + "/me").isOk().body()).contains("\"program\":null");

        person.post(API + "/logout", "").isOk();

        person.get(API + "/me").isError(401, "token_revoked");
        stranger.post(API + "/login", Body.of("name", "nobody", "password", "wrong", "code", "123456").toString())
                .isError(401, "invalid_credentials");
        stranger.post(API + "/login", "{}").isError(400, "validation_error");
    }
}

package dev.corridor.service.api;

import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.application.operator.InviteOperator;
import dev.corridor.application.operator.InviteOperatorService;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.Details;
import dev.corridor.persistence.operator.PostgresOperators;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.service.documents.Document;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A page sends the database as many statements for thirty things on each list as for one. */
@MicronautTest
class PortalStatementsTest {

    /** A list waits for what is being written, and asks again until it is there: other tests' writes, too. The least is what the page itself needs. */
    private static final int LOADS = 8;

    private final World world;
    private final InviteOperator inviteOperator;
    private final Receipts receipts;

    PortalStatementsTest(World world, TestDatabase database, PasswordHashes hashes, OperatorSecrets secrets, AuditLog audit, Receipts receipts) {
        this.world = world;
        this.inviteOperator = new InviteOperatorService(new PostgresOperators(database.superuser()), hashes, secrets, audit, world.clock);
        this.receipts = receipts;
    }

    @Test
    void the_statements_of_an_organizations_page_do_not_grow_with_what_it_shows() throws Exception {
        var one = statementsOf(anOrganizationWith(1));

        assertThat(statementsOf(anOrganizationWith(10))).isEqualTo(one);
        assertThat(statementsOf(anOrganizationWith(30))).isEqualTo(one);
        assertThat(one.values()).allSatisfy(count -> assertThat(count).isPositive());
        assertThatTheDocumentationHas("statements", one);
    }

    @Test
    void the_statements_of_an_operators_page_do_not_grow_with_what_it_shows() throws Exception {
        var operator = inviteOperator.invite(new InviteOperator.Command(new Operator(), new OperatorName("teller"), false, Origin.CONSOLE));
        var portal = new PortalClient(world.stranger().server());
        OnDuty.enrol(world, operator, portal);
        thingsOfOperators(1);
        var few = statementsOfOperators(portal);

        thingsOfOperators(9);
        assertThat(statementsOfOperators(portal)).isEqualTo(few);
        thingsOfOperators(20);
        assertThat(statementsOfOperators(portal)).isEqualTo(few);
        assertThatTheDocumentationHas("statements of operators", few);
    }

    private Person anOrganizationWith(int things) {
        var person = Person.register(world, "Acme");
        var customer = person.customer();
        var api = customer.api();
        customer.deposit("25000.00", "USD");
        customer.deposit("25000.00", "USDC");
        customer.deposit("25000.00", "EUR");
        for (int i = 0; i < things; i++) {
            customer.openAccount("Shop " + i);
            customer.execute(customer.quote("10.00")).isOk();
            customer.quote("1.00");
            customer.payOut(customer.aCryptoPayout(customer.registerWallet(), "5.000000").with("reference", "INV-" + i)).isOk();
            customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), "2.00")).isOk();
            api.post("/v1/api-keys", Body.of("name", "Key " + i).with("{\"permissions\":[\"accounts:read\"]}")).isOk();
            api.post("/v1/webhooks/endpoints", Body.of("url", "https://example.com/hooks/" + i)).isOk();
            person.loggedIn(world);
            new Broker(world.newCustomer()).isAuthorizedBy(customer);
            world.clock.advance(Duration.ofSeconds(20));
        }
        world.clock.advance(Duration.ofMinutes(16)); // So that locked payouts need attention.
        return person.loggedIn(world);
    }

    private SortedMap<String, Integer> statementsOf(Person person) throws Exception {
        var portal = new PortalClient(world.stranger().server());
        assertThat(portal.logIn(person).statusCode()).isEqualTo(303);
        return count(portal, PortalPages.of(person));
    }

    private void thingsOfOperators(int things) {
        for (int i = 0; i < things; i++) {
            var customer = world.newCustomer();
            world.suspend(customer.account());
            var key = customer.api().post("/v1/api-keys", Body.of("name", "Other").with("{\"permissions\":[\"accounts:read\"]}")).isOk();
            customer.api().post("/v1/api-keys/" + key.text("/apiKey/apiKeyId") + "/lock").isOk();
            world.charge(customer, FeeKey.fiatPayout(Asset.EUR), "1.00", 10);
            var person = Person.register(world, "Forgetful");
            for (int attempt = 0; attempt < 5; attempt++) {
                world.stranger().post("/v1/auth/login", Body.of("email", person.email(), "password", "Wr0ng&Safe!"));
            }
            var arrival = new Arrival(
                    "bank main", "S-" + customer.account(), new Value.Known(eur("7.00")), "Ada", "DE89", world.clock.instant(),
                    new Details.FiatPayin());
            receipts.keep(new Suspended(arrival, SuspenseReason.NO_ACCOUNT, world.clock.instant()));
            inviteOperator.invite(new InviteOperator.Command(
                    new Operator(), new OperatorName("n" + customer.account().substring(20)), false, Origin.CONSOLE));
            world.clock.advance(Duration.ofMinutes(1));
        }
    }

    private SortedMap<String, Integer> statementsOfOperators(PortalClient portal) throws Exception {
        var pages = new TreeMap<String, String>();
        PortalPages.OF_OPERATORS.forEach(page -> pages.put(page.isEmpty() ? "operation" : page.substring(1), "/portal/operator" + page));
        pages.put("organizations-found", "/portal/operator/organizations?name=acme");
        pages.put("organization", "/portal/operator/organizations/" + world.newCustomer().organization());
        return count(portal, pages);
    }

    private static SortedMap<String, Integer> count(PortalClient portal, Map<String, String> pages) throws Exception {
        var counts = new TreeMap<String, Integer>();
        try (var statements = new StatementCount()) {
            for (var page : pages.entrySet()) {
                int least = Integer.MAX_VALUE;
                for (int i = 0; i < LOADS; i++) {
                    statements.begin(URI.create(page.getValue()).getPath());
                    assertThat(portal.get(page.getValue()).statusCode()).as(page.getValue()).isIn(200, 422);
                    least = Math.min(least, statements.soFar());
                }
                counts.put(page.getKey(), least);
            }
        }
        return counts;
    }

    private static void assertThatTheDocumentationHas(String name, SortedMap<String, Integer> counts) {
        var table = "| page | statements |\n|---|---|\n"
                + counts.entrySet().stream().map(page -> "| %s | %d |\n".formatted(page.getKey(), page.getValue())).collect(Collectors.joining());
        var document = Document.named("docs/portal.md");
        document.rewrite(name + ": begin", name + ": end", table);

        assertThat(document.between(name + ": begin", name + ": end")).isEqualTo(table);
    }
}

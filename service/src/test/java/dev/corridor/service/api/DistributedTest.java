package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.InviteOperator;
import dev.corridor.application.operator.InviteOperatorService;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.persistence.operator.PostgresOperators;
import dev.corridor.persistence.testing.AsksAll;
import dev.corridor.persistence.testing.Footprints;
import dev.corridor.persistence.testing.Footprints.Footprint;
import dev.corridor.persistence.testing.TestDatabase;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The story of money, and the pages that people see, where the tables are spread by organization. */
@MicronautTest
@Property(name = ServiceUnderTest.DISTRIBUTED, value = "true")
class DistributedTest extends LifecycleTest {

    /** What operators see of all organizations, by what the statements contain. */
    private static final List<String> OF_OPERATORS = List.of(
            "from network_transfers as transfer join transactions as debit",
            "left join bank_transfers using (transaction_id, organization_id) where status = 'LOCKED' group by 1",
            "select 'chains' as name, count(*) as number",
            "from accounts where status <> 'ACTIVE'",
            "from network_transfers join transactions using (transaction_id, organization_id) where waiting_since is not null",
            "from payout_holds join transactions using (transaction_id, organization_id) where due_at is not null");

    private static final PlanCollector COLLECTOR = new PlanCollector();

    private final World world;
    private final InviteOperator inviteOperator;

    DistributedTest(World world, TestDatabase database, PasswordHashes hashes, OperatorSecrets secrets, AuditLog audit) {
        super(world);
        this.world = world;
        this.inviteOperator = new InviteOperatorService(new PostgresOperators(database.superuser()), hashes, secrets, audit, world.clock);
    }

    @Test
    void people_see_their_pages() throws Exception {
        var person = Person.register(world, "Acme");
        var customer = person.customer();
        customer.deposit("25000.00", "USD");
        customer.deposit("25000.00", "USDC");
        customer.deposit("25000.00", "EUR");
        customer.execute(customer.quote("10.00")).isOk();
        customer.payOut(customer.aCryptoPayout(customer.registerWallet(), "5.000000").with("reference", "INV-7")).isOk();
        customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), "2.00")).isOk();
        var portal = new PortalClient(world.stranger().server());
        assertThat(portal.logIn(person).statusCode()).isEqualTo(303);

        for (var page : PortalPages.of(person.loggedIn(world)).entrySet()) {
            assertThat(portal.get(page.getValue()).statusCode()).as(page.getKey()).isIn(200, 422);
        }
        for (var list : List.of("transactions?asset=EUR", "transactions?reference=INV-7", "accounts", "api-keys", "webhooks/endpoints")) {
            customer.api().get("/v1/" + list).isOk();
        }
        customer.api().get("/v1/beneficiaries?accountId=" + customer.account()).isOk();
    }

    @Test
    void operators_see_their_pages() throws Exception {
        var operator = inviteOperator.invite(new InviteOperator.Command(new Operator(), new OperatorName("teller"), false, Origin.CONSOLE));
        var portal = new PortalClient(world.stranger().server());
        OnDuty.enrol(world, operator, portal);

        for (var page : PortalPages.OF_OPERATORS) {
            assertThat(portal.get("/portal/operator" + page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(portal.get("/portal/operator/organizations/" + world.newCustomer().organization()).statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void each_statement_is_about_one_organization() {
        COLLECTOR.close();
        List<Footprint> statements;
        try (var anywhere = TestDatabase.create()) {
            statements = Footprints.of(COLLECTOR.statements(), anywhere);
        }

        assertThat(statements).as("statements that were seen").hasSizeGreaterThan(300);
        assertThat(statements)
                .filteredOn(statement -> statement.asksSeveral() && !AsksAll.isNamed(statement))
                .filteredOn(statement -> OF_OPERATORS.stream().noneMatch(statement.text()::contains))
                .extracting(Footprint::text)
                .isEmpty();
    }
}

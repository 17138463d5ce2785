package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** After the answer to a revocation nothing more moves, on whichever node and however many requests are under way. */
@MicronautTest
class RevocationTest {

    private static final int REQUESTS = 64;
    private static final int ROUNDS = 6;

    private final World world;
    private final OtherNode otherNode;
    private final Broker broker;

    RevocationTest(World world, OtherNode otherNode) {
        this.world = world;
        this.otherNode = otherNode;
        this.broker = new Broker(world.newCustomer());
    }

    @AfterAll
    static void closeTheOtherNode(OtherNode otherNode) {
        otherNode.close();
    }

    @RepeatedTest(ROUNDS)
    void nothing_moves_for_a_customer_after_its_letter_is_revoked() throws Exception {
        var customer = aFundedCustomer();

        assertThatNothingMovesAfter(
                () -> broker.revoke(customer.api(), customer.organization()).isOk(),
                customer,
                broker.actingFor(customer.organization()),
                "authorization_required");
    }

    @RepeatedTest(ROUNDS)
    void nothing_moves_for_an_organization_after_it_is_no_longer_approved() throws Exception {
        var customer = aFundedCustomer();

        assertThatNothingMovesAfter(
                () -> world.setStatus(customer, OrganizationStatus.NOT_APPROVED), customer, customer, "client_inactive");
    }

    private Customer aFundedCustomer() {
        var customer = world.newCustomer();
        broker.isAuthorizedBy(customer);
        customer.deposit("100000.00", "USD");
        customer.deposit("100000.00", "EUR");
        return customer;
    }

    /** Half of the requests trade and half pay out, on two nodes, and each goes on until it is refused. */
    private void assertThatNothingMovesAfter(Runnable end, Customer customer, Customer acting, String refusal) throws Exception {
        var bankAccount = customer.registerBankAccount();
        var elsewhere = new Customer(otherNode.api(acting.api()), acting.organization(), acting.account());
        var moved = new AtomicInteger();
        var refusals = new ArrayList<Future<String>>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < REQUESTS; i++) {
                var node = i % 2 == 0 ? acting : elsewhere;
                boolean trades = i % 4 < 2;
                refusals.add(crowd.submit(() -> moveUntilRefused(node, trades, bankAccount, moved)));
            }
            Await.until("all are under way", () -> moved.get() > 2 * REQUESTS);

            end.run();
            var then = balances(customer);

            for (var each : refusals) {
                assertThat(each.get()).isEqualTo(refusal);
            }
            assertThat(balances(customer)).isEqualTo(then);
        }
    }

    private static String moveUntilRefused(Customer acting, boolean trades, String bankAccount, AtomicInteger moved) {
        while (true) {
            var answer = trades
                    ? acting.api().post("/v1/transactions/conversions", acting.aQuote("1.00").with("{\"slippageBps\":1000}"))
                    : acting.payOut(acting.aFiatPayout(bankAccount, "1.00"));
            if (answer.isRefusal()) {
                return answer.code();
            }
            moved.incrementAndGet();
        }
    }

    /** What is set aside for payouts leaves later, so only what can be spent tells of new movements. */
    private static List<String> balances(Customer customer) {
        return List.of("USD", "EUR", "USDC").stream()
                .map(asset -> customer.api().get("/v1/accounts/" + customer.account() + "/balances/" + asset).isOk().text("/amount"))
                .toList();
    }
}

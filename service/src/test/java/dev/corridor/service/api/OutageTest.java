package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** The database fails while the service runs. */
@MicronautTest
class OutageTest {

    private final World world;
    private final Customer acme;

    OutageTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void nobody_can_be_recognised_until_the_database_is_back() {
        world.whileTheDatabaseIsGone(() -> acme.api().get("/v1/accounts")).isError(401, "authentication_failed");

        Await.until("the service has recovered", () -> acme.api().get("/v1/accounts").status() == 200);
    }

    /** The key may or may not still be cached. */
    @Test
    void whoever_would_move_money_meanwhile_learns_that_nothing_was_done() {
        var answer = world.whileTheDatabaseIsGone(() -> depositInto(acme));

        assertThat(answer.code()).isIn("authentication_failed", "service_unavailable");
        assertThat(answer.outcome()).isEqualTo("not_applied");
        Await.until("the service has recovered", () -> acme.api().get("/v1/accounts").status() == 200);
        assertThat(acme.balance("USD")).isEqualTo("0.00 + 0.00");
    }

    @Test
    void whoever_finds_no_connection_may_come_again() {
        var answer = world.whileNoConnectionIsLeft(() -> acme.api().get("/v1/accounts"));

        answer.isError(503, "service_unavailable").means("not_applied", "after");
        acme.api().get("/v1/accounts").isOk();
    }

    @Test
    void whoever_was_interrupted_by_the_database_learns_that_nothing_was_done() throws Exception {
        var answer = new FutureTask<>(() -> depositInto(acme));

        world.whileLocked(acme.account(), () -> {
            Thread.startVirtualThread(answer);
            Await.until("a decision waits for the lock", world::somebodyWaitsForALock);
            world.interruptWhoWaitsForALock();
            Await.until("it is answered", answer::isDone);
        });

        answer.get().isError(500, "internal_error").means("not_applied", "same_request");
        assertThat(acme.balance("USD")).isEqualTo("0.00 + 0.00");
        depositInto(acme).isOk();
        assertThat(acme.balance("USD")).isEqualTo("1.00 + 0.00");
    }

    /** The pool keeps the connection with its prepared statements. */
    @Test
    void a_statement_that_the_database_does_not_support_is_refused_at_once() {
        depositInto(acme).isOk();
        var sessions = world.sessions();

        world.whileUnsupported("balances", () -> {
            for (int i = 0; i < 10; i++) {
                depositInto(acme).isError(500, "internal_error").means("not_applied", "same_request");
            }
        });

        assertThat(world.sessions()).containsAll(sessions);
        depositInto(acme).isOk();
        assertThat(acme.balance("USD")).isEqualTo("2.00 + 0.00");
    }

    private static Answer depositInto(Customer customer) {
        return customer.api().post("/v1/sandbox/deposits", customer.aDeposit("1.00", "USD"));
    }
}

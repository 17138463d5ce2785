package dev.corridor.service.api;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

/** The database goes away under the running service. */
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
}

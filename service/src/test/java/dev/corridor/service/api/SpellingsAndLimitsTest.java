package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A route that has been used up is used up in every spelling. */
@MicronautTest
@Property(name = ServiceUnderTest.ROUTE_LIMITS, value = "POST /v1/transactions/crypto-payouts=2/h, POST /v1/auth/login=2/h")
class SpellingsAndLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final World world;
    private final RawClient raw;

    SpellingsAndLimitsTest(World world, EmbeddedServer server) {
        this.world = world;
        this.raw = new RawClient(server.getPort());
    }

    @Test
    void no_spelling_of_a_payout_escapes_its_limit() {
        var acme = world.newCustomer();
        acme.deposit("100.000000", "USDC");
        var payout = acme.aCryptoPayout(acme.registerWallet(), "1.000000");
        acme.payOut(payout).isOk();
        acme.payOut(payout).isOk();

        for (var request : Spellings.of("/v1/transactions/crypto-payouts", acme.key(), payout.toString())) {
            assertThat(raw.send(request, PATIENCE).statuses()).isSubsetOf(400, 401, 404, 429);
        }

        assertThat(acme.balance("USDC")).isEqualTo("98.000000 + 2.000000");
    }

    @Test
    void nor_does_one_of_a_login() {
        var login = Body.of("email", "nobody@example.com", "password", "wrong password");
        world.stranger().post("/v1/auth/login", login).isError(401, "invalid_credentials");
        world.stranger().post("/v1/auth/login", login).isError(401, "invalid_credentials");

        for (var request : Spellings.of("/v1/auth/login", "none", login.toString())) {
            var reply = raw.send(request, PATIENCE);
            assertThat(reply.statuses()).isSubsetOf(400, 401, 404, 429);
            assertThat(reply.text()).doesNotContain("invalid_credentials");
        }
    }
}

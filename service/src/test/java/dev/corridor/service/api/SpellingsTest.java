package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payout that is named with a key is paid once, in whatever spelling it comes. */
@MicronautTest
class SpellingsTest {

    private static final String PAYOUTS = "/v1/transactions/crypto-payouts";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final World world;
    private final RawClient raw;

    SpellingsTest(World world, EmbeddedServer server) {
        this.world = world;
        this.raw = new RawClient(server.getPort());
    }

    @Test
    void a_key_pays_once_in_every_spelling() {
        var acme = world.newCustomer();
        acme.deposit("100.000000", "USDC");
        var payout = acme.aCryptoPayout(acme.registerWallet(), "1.000000").toString();
        var before = acme.api().get("/v1/transactions").isOk().texts("transactionId");
        var statuses = new HashSet<Integer>();

        for (var request : Spellings.of(PAYOUTS, acme.key(), payout)) {
            statuses.addAll(raw.send(request, PATIENCE).statuses());
        }

        assertThat(acme.balance("USDC")).isEqualTo("99.000000 + 1.000000");
        assertThat(statuses).isSubsetOf(200, 400, 401, 404, 409).contains(200);
        assertThat(acme.api().get("/v1/transactions").isOk().texts("transactionId")).hasSize(before.size() + 1);
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_variable_of_a_path_is_the_same_however_it_is_escaped() {
        var acme = world.newCustomer();
        acme.deposit("100.00", "USD");
        var quote = acme.quote("10.00");
        var named = acme.api().with("Idempotency-Key", "k");
        var first = named.post("/v1/quotes/" + quote + "/execute").isOk();

        for (var spelling : List.of(quote, quote.replace("q", "%71"), quote.replace("_", "%5F"), quote.replace("_", "%5f").replace("e", "%65"))) {
            var again = named.post("/v1/quotes/" + spelling + "/execute").isOk();

            assertThat(again.body()).as(spelling).isEqualTo(first.body());
            assertThat(again.isReplay()).as(spelling).isTrue();
        }
        assertThat(acme.balance("USD")).isEqualTo("90.00 + 0.00");
    }
}

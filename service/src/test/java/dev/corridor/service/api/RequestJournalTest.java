package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The journal of requests: what support asks for when a client quotes an X-Request-Id. */
@MicronautTest
class RequestJournalTest {

    private final World world;
    private final Customer customer;

    RequestJournalTest(World world) {
        this.world = world;
        this.customer = world.newCustomer();
    }

    private Answer inTheJournal(String request) {
        Await.until(request + " is in the journal", () -> customer.api().get("/v1/requests/" + request).status() == 200);
        return customer.api().get("/v1/requests/" + request);
    }

    @Test
    void it_knows_what_a_request_asked_for_and_what_came_of_it() {
        customer.deposit("5.00", "USD");
        var quote = customer.quote("10.00");
        var refused = customer.execute(quote).isError(400, "insufficient_funds");

        var request = inTheJournal(refused.requestId());

        assertThat(request.text("/requestId")).isEqualTo(refused.requestId());
        assertThat(request.text("/method") + " " + request.text("/route")).isEqualTo("POST /v1/quotes/{quoteId}/execute");
        assertThat(request.json().at("/status").asInt()).isEqualTo(400);
        assertThat(request.text("/code") + " " + request.text("/outcome")).isEqualTo("insufficient_funds not_applied");
        assertThat(request.text("/caller")).startsWith("key_");
        assertThat(Instant.parse(request.text("/answeredAt"))).isEqualTo(world.clock.instant());
    }

    @Test
    void a_success_has_no_code_and_a_missing_route_has_no_name() {
        var answered = inTheJournal(customer.api().get("/v1/accounts").isOk().requestId());
        var missed = inTheJournal(customer.api().get("/v1/nowhere").isError(404, "not_found").requestId());

        assertThat(answered.json().at("/code").isNull()).isTrue();
        assertThat(missed.json().at("/route").isNull()).isTrue();
        assertThat(missed.text("/code")).isEqualTo("not_found");
    }

    /** The table has no place for them; this looks at all of it. */
    @Test
    void it_has_neither_bodies_nor_queries_nor_secrets() {
        customer.api().get("/v1/transactions?reference=PLANTED-QUERY").isOk();
        var last = customer.api()
                .with("Idempotency-Key", "PLANTED-KEY")
                .post("/v1/beneficiaries/bank", customer.aBankAccount().with("nickname", "PLANTED-BODY"))
                .isOk();
        inTheJournal(last.requestId());

        assertThat(world.everythingIn("requests"))
                .contains("/v1/beneficiaries/bank")
                .doesNotContain("PLANTED", customer.key(), customer.account());
    }
}

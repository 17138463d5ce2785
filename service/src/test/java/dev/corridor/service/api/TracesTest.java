package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import dev.corridor.service.receiver.TraceCollector;
import dev.corridor.service.receiver.TraceCollector.Received;
import dev.corridor.service.receiver.WebhookReceiver;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a collector of traces receives, by OTLP over HTTP. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesTest implements TestPropertyProvider {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String DEPOSIT = "POST /v1/sandbox/deposits";

    private TraceCollector collector;
    private Customer acme;

    @Override
    public Map<String, String> getProperties() {
        try {
            collector = new TraceCollector();
            return Map.of(ServiceUnderTest.COLLECTOR, collector.uri());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void a_customer(World world) {
        acme = world.newCustomer();
    }

    @AfterAll
    void close() {
        collector.close();
    }

    private Received only(String name) {
        Await.until("there is " + name, () -> !collector.received(name).isEmpty());
        assertThat(collector.received(name)).hasSize(1);
        return collector.received(name).getFirst();
    }

    @Test
    void a_request_is_a_span_of_its_clients_trace_and_what_follows_one_of_the_transactions() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            acme.api().post("/v1/webhooks/endpoints", Body.of("url", receiver.url() + "/hook")).isOk();
            var deposit = acme.api().with("traceparent", "00-" + TRACE + "-" + SPAN + "-01")
                    .post("/v1/sandbox/deposits", acme.aDeposit("10.00", "USD")).isOk();
            var transaction = deposit.text("/transactionId");

            var request = only(DEPOSIT);
            assertThat(request).returns(TRACE, Received::trace).returns(SPAN, Received::parent);
            assertThat(deposit.header("traceparent")).isEqualTo("00-" + TRACE + "-" + request.id() + "-01");
            assertThat(request.attributes())
                    .containsEntry("corridor.transaction", transaction)
                    .containsEntry("http.route", "/v1/sandbox/deposits")
                    .containsEntry("http.response.status_code", "200");
            var delivery = only("webhook transaction.status.updated");
            assertThat(delivery.trace()).isEqualTo(transaction.substring("txn_".length()));
            Await.until("the message has come", () -> receiver.received().size() == 1);
            assertThat(receiver.received().getFirst().trace()).isEqualTo("00-" + delivery.trace() + "-" + delivery.id() + "-01");
            Await.until("its batch was told", () -> !collector.received("books.batch").isEmpty());
            assertThat(collector.received("books.batch").getFirst().attributes()).containsKey("corridor.decisions");
        }
    }

    @Test
    void a_request_without_a_trace_has_its_own_and_one_that_is_not_sampled_is_not_sent() {
        acme.api().with("traceparent", "00-" + TRACE + "-" + SPAN + "-00").get("/v1/quotes/quote_" + "0".repeat(32)).isError(404, "quote_not_found");
        var answer = acme.api().get("/v1/accounts").isOk();

        var request = only("GET /v1/accounts");

        assertThat(request.trace()).isEqualTo(answer.requestId().substring("req_".length()));
        assertThat(request.parent()).isEmpty();
        assertThat(collector.received("GET /v1/quotes/{quoteId}")).isEmpty();
    }
}

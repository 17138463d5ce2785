package dev.corridor.service.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the line of a request says of the money that it has moved, whoever reads it at night. */
@MicronautTest
class RequestLineTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.corridor.http.edge.request");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Customer acme;

    RequestLineTest(World world) {
        this.acme = world.newCustomer();
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nxos", "nexusglass", "nexgent", "nexpay", "tickdb", "problem+json"})
    void it_names_the_transaction_in_whatever_shape_the_answer_was_given(String dialect) {
        acme.deposit("5.00", "EUR");
        var bankAccount = acme.registerBankAccount();
        var paid = acme.speaking(dialect).payOut(acme.aFiatPayout(bankAccount, "1.00")).isOk();
        var payout = acme.api().get("/v1/transactions").isOk().text("/data/0/transactionId");

        var read = acme.speaking(dialect).api().get("/v1/transactions/" + payout).isOk();

        assertThat(line(paid)).contains(" route=/v1/transactions/fiat-payouts ", " transaction=" + payout + " ").doesNotContain("replayed");
        assertThat(line(read)).contains(" transaction=" + payout + " ");
    }

    @Test
    void a_replay_names_it_too() {
        acme.deposit("100.00", "USD");
        var execution = "/v1/quotes/" + acme.quote("10.00") + "/execute";
        var first = acme.api().with("Idempotency-Key", "k").post(execution).isOk();
        var again = acme.api().with("Idempotency-Key", "k").post(execution).isOk();

        var transaction = " transaction=" + first.text("/transactionId") + " ";
        assertThat(line(first)).contains(transaction).doesNotContain("replayed");
        assertThat(line(again)).contains(transaction, " replayed=true ");
    }

    @Test
    void a_refusal_moves_nothing_and_names_none() {
        var refused = acme.execute(acme.quote("10.00")).isError(400, "insufficient_funds");

        assertThat(line(refused)).contains(" code=insufficient_funds ").doesNotContain("transaction=");
    }

    @Test
    void the_trace_of_a_client_is_in_the_log_and_goes_on_in_the_answer() {
        var answer = acme.api().with("traceparent", "00-" + TRACE + "-" + SPAN + "-01").get("/v1/accounts").isOk();

        assertThat(line(answer)).contains(" trace=" + TRACE + " ");
        assertThat(answer.header("traceparent")).matches("00-" + TRACE + "-(?!" + SPAN + ")[0-9a-f]{16}-01");
    }

    @Test
    void without_a_trace_there_is_none() {
        var answer = acme.api().get("/v1/accounts").isOk();

        assertThat(line(answer)).doesNotContain("trace=");
        assertThat(answer.header("traceparent")).isEmpty();
    }

    private String line(Answer answer) {
        return List.copyOf(lines.list).stream().map(RequestLineTest::text).filter(line -> line.contains(answer.requestId())).collect(joining());
    }

    private static String text(ILoggingEvent event) {
        var pairs = Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of());
        return pairs.stream().map(pair -> " " + pair.key + "=" + pair.value).collect(joining("", event.getFormattedMessage(), " "));
    }
}

package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that sends next to nothing holds a connection for so long and no longer. */
@MicronautTest
@Property(name = ProbeBeans.DEADLINE_MILLIS, value = "" + DeadlinesTest.DEADLINE_MILLIS)
class DeadlinesTest {

    static final int DEADLINE_MILLIS = 1_000;

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(DEADLINE_MILLIS / 5);
    private static final int REQUESTS = 10;
    private static final int ATTEMPTS = 20;
    private static final Duration FAR_BEYOND = Duration.ofMillis(DEADLINE_MILLIS * 12);

    private static final String HEAD = "POST /v1/probe/command HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ProbeBeans.GOOD_KEY + "\r\n";
    private static final String GOOD = "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n";

    private final EmbeddedServer server;

    DeadlinesTest(EmbeddedServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", GOOD})
    void a_head_that_trickles_in_ends_the_connection(String before) {
        try (var connection = new RawConnection(server.getPort())) {
            connection.send(before + "GET /v1/probe/caller HTTP/1.1\r\n");

            var received = trickle(connection, "x");

            assertThat(received.statuses()).hasSize(before.isEmpty() ? 0 : 1);
            assertThat(received.closed()).isTrue();
        }
    }

    @Test
    void empty_lines_before_a_head_are_no_way_around_it() {
        try (var connection = new RawConnection(server.getPort())) {
            assertThat(trickle(connection, "\r\n").closed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n400\r\n"})
    void a_body_that_trickles_in_is_refused_does_nothing_and_ends_the_connection(String length) {
        ProbeController.COMMANDS.set(0);
        try (var connection = new RawConnection(server.getPort())) {
            connection.send(HEAD + length);

            var received = trickle(connection, " ");

            assertThat(received.codes()).as(received.text()).containsExactly("invalid_request");
            assertThat(received.text()).contains("within");
            assertThat(received.closed()).isTrue();
            assertThat(ProbeController.COMMANDS).hasValue(0);
        }
    }

    @Test
    void so_is_one_whose_answer_has_been_sent_already() {
        try (var connection = new RawConnection(server.getPort())) {
            connection.send("POST /v1/probe/command HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");

            var received = trickle(connection, " ");

            assertThat(received.codes()).containsExactly("missing_api_key");
            assertThat(received.closed()).isTrue();
        }
    }

    @Test
    void a_connection_on_which_nothing_happens_ends() {
        try (var connection = new RawConnection(server.getPort())) {
            var received = connection.send(GOOD).receive(FAR_BEYOND);

            assertThat(received.statuses()).containsExactly(404);
            assertThat(received.closed()).isTrue();
        }
    }

    @Test
    void requests_that_come_in_time_may_go_on_for_longer() {
        var asked = ask();
        for (int attempts = 1; attempts < ATTEMPTS && !asked.cameInTime(); attempts++) {
            asked = ask();
        }

        assertThat(asked.statuses()).hasSize(REQUESTS).containsOnly(404);
        assertThat(asked.wasClosed()).isFalse();
    }

    /** Requests for twice the time of a deadline. If this machine has stood still meanwhile, they tell nothing. */
    private record Asked(List<Integer> statuses, boolean wasClosed, Duration longestPause) {

        boolean cameInTime() {
            return longestPause.toMillis() < DEADLINE_MILLIS / 2;
        }
    }

    private Asked ask() {
        var statuses = new ArrayList<Integer>();
        boolean wasClosed = false;
        var longestPause = Duration.ZERO;
        try (var connection = new RawConnection(server.getPort())) {
            for (int i = 0; i < REQUESTS; i++) {
                long begin = System.nanoTime();
                statuses.addAll(connection.send(GOOD).receive(1).statuses());
                wasClosed |= connection.receive(BETWEEN_BYTES).closed();
                var pause = Duration.ofNanos(System.nanoTime() - begin);
                longestPause = pause.compareTo(longestPause) > 0 ? pause : longestPause;
            }
        }
        return new Asked(statuses, wasClosed, longestPause);
    }

    /** Sends on and on until the server has had enough. */
    private static RawConnection.Received trickle(RawConnection connection, String drop) {
        var text = new StringBuilder();
        long end = System.nanoTime() + FAR_BEYOND.toNanos();
        while (System.nanoTime() < end) {
            connection.send(drop);
            var received = connection.receive(BETWEEN_BYTES);
            text.append(received.text());
            if (received.closed()) {
                return new RawConnection.Received(text.toString(), true);
            }
        }
        return new RawConnection.Received(text.toString(), false);
    }
}

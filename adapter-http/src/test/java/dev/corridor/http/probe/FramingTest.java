package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.FrameworkDefaults;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose boundaries are in doubt does nothing, and is the last of its connection. Source: RFC 9112. */
@MicronautTest
class FramingTest {

    private static final String JSON = "{\"accountId\":\"acct_00000000000000000000000000000001\",\"fromAmount\":\"10.00\",\"fromAsset\":\"USD\",\"toAsset\":\"USDC\"}";
    private static final String KEY = "Authorization: Bearer " + ProbeBeans.GOOD_KEY + "\r\n";
    private static final String POST = "POST /v1/probe/body HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + KEY;
    private static final String COMMAND = "POST /v1/probe/command HTTP/1.1\r\nHost: localhost\r\n" + KEY;
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NEXT = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final EmbeddedServer server;

    FramingTest(EmbeddedServer server) {
        this.server = server;
    }

    static Stream<String> whatFollowsAGoodChunk() {
        return Stream.of(
                "ZZ\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "+0\r\n\r\n",
                "0x0\r\n\r\n",
                " \r\n\r\n",
                "\r\n\r\n",
                "3\r\nabcXX0\r\n\r\n",
                "3\r\nabc0\r\n\r\n",
                "8000000000000000\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\n\r\n",
                "100000000\r\n",
                "0\r\nno colon here\r\n\r\n",
                "0\r\nBad\u0001Name: x\r\n\r\n",
                "0\r\n: nameless\r\n\r\n",
                "0\r\nX: \u0000\r\n\r\n",
                "0\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                "0\r\n" + "X: 1\r\n".repeat(5_000) + "\r\n",
                "0;" + "x".repeat(20_000) + "\r\n\r\n",
                "0\n\n",
                "0;a\nb\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("whatFollowsAGoodChunk")
    void a_complete_body_before_broken_chunks_is_not_carried_out(String broken) {
        ProbeController.RECEIVED.clear();
        try (var connection = new RawConnection(server.getPort())) {
            var received = connection.send(POST + CHUNKED + chunk(JSON) + broken).receiveAll();

            assertThat(received.statuses()).as(received.text()).containsExactly(400);
            assertThat(received.codes()).containsExactly("invalid_request");
            assertThat(received.closed()).isTrue();
            assertThat(ProbeController.RECEIVED).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("whatFollowsAGoodChunk")
    void nor_is_a_command_that_reads_no_body_even_if_it_comes_bit_by_bit(String broken) {
        ProbeController.COMMANDS.set(0);
        try (var connection = new RawConnection(server.getPort())) {
            connection.send(COMMAND + CHUNKED).send(chunk("{}"));
            assertThat(connection.receive(Duration.ofMillis(100)).text()).isEmpty();

            var received = connection.send(broken).receiveAll();

            assertThat(received.statuses()).as(received.text()).containsExactly(400);
            assertThat(received.closed()).isTrue();
            assertThat(ProbeController.COMMANDS).hasValue(0);
        }
    }

    static Stream<String> ambiguousLengths() {
        return Stream.of(
                "Content-Length: " + JSON.length() + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: " + JSON.length() + "\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Content-Length: " + JSON.length() + "\r\nContent-Length: 0\r\n\r\n" + JSON,
                "Content-Length: " + JSON.length() + ", 0\r\n\r\n" + JSON,
                "Content-Length: +" + JSON.length() + "\r\n\r\n" + JSON,
                "Content-Length: 0x10\r\n\r\n" + JSON,
                "Content-Length: 99999999999999999999\r\n\r\n" + JSON,
                "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Transfer-Encoding: chunked, gzip\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Transfer-Encoding: identity\r\n\r\n" + JSON,
                "Transfer-Encoding: xchunked\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Transfer-Encoding: \"chunked\"\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Transfer-Encoding:\u000bchunked\r\n\r\n" + chunk(JSON) + "0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n" + chunk(JSON) + "0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("ambiguousLengths")
    void a_body_whose_length_is_in_doubt_is_refused_and_nothing_after_it_is_read(String rest) {
        ProbeController.RECEIVED.clear();
        try (var connection = new RawConnection(server.getPort())) {
            var received = connection.send(POST + rest + NEXT).receiveAll();

            assertThat(received.statuses()).as(received.text()).containsExactly(400);
            assertThat(received.closed()).isTrue();
            assertThat(ProbeController.RECEIVED).isEmpty();
        }
    }

    static Stream<String> hosts() {
        return Stream.of(
                "",
                "Host: a\r\nHost: a\r\n",
                "Host: a\r\nHost: b\r\n",
                "Host:\r\n",
                "Host: a b\r\n",
                "Host: a, b\r\n",
                "Host: a/b\r\n",
                "Host: a?b\r\n",
                "Host: user@a\r\n",
                "Host: a:x\r\n",
                "Host: a:123456\r\n",
                "Host: [::1\r\n",
                "Host: [zz]\r\n",
                "Host: \u00e4\r\n",
                "Host: a%zz\r\n",
                "Host: http://a\r\n");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void a_host_that_is_missing_or_malformed_or_stands_twice_is_an_invalid_request(String host) {
        try (var connection = new RawConnection(server.getPort())) {
            var received = connection.send("GET /v1/probe/caller HTTP/1.1\r\n" + host + KEY + "\r\n").receiveAll();

            assertThat(received.statuses()).as(received.text()).containsExactly(400);
            assertThat(received.codes()).containsExactly("invalid_request");
            assertThat(received.closed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.example", "A.example:80", "a.example:", "127.0.0.1:8080", "[::1]", "[2001:db8::1]:443", "a_b-c", "%61"})
    void other_hosts_are_welcome(String host) {
        try (var connection = new RawConnection(server.getPort())) {
            var request = "GET /v1/probe/caller HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + KEY + "\r\n";

            assertThat(connection.send(request).receiveAll().statuses()).containsExactly(200);
        }
    }

    /** A pattern that goes one level down for each character would not come back. */
    @Test
    void a_host_may_be_as_long_as_a_head() {
        try (var connection = new RawConnection(server.getPort())) {
            var request = "GET /v1/probe/caller HTTP/1.1\r\nHost: " + "%61".repeat(2_500) + "\r\nConnection: close\r\n" + KEY + "\r\n";

            assertThat(connection.send(request).receiveAll().statuses()).containsExactly(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/1.2", "HTTP/0.9", "HTTP/3.0", "HTTP/9.9", "HTCPCP/1.0"})
    void another_version_of_http_is_not_answered_as_if_it_were_ours(String version) {
        ProbeController.COMMANDS.set(0);
        try (var connection = new RawConnection(server.getPort())) {
            var received = connection.send(COMMAND.replace("HTTP/1.1", version) + "\r\n" + NEXT).receiveAll();

            assertThat(received.statuses()).as(received.text()).isIn(List.of(), List.of(400), List.of(505));
            assertThat(received.closed()).isTrue();
            assertThat(ProbeController.COMMANDS).hasValue(0);
        }
    }

    @Test
    void http_1_0_needs_no_host() {
        try (var connection = new RawConnection(server.getPort())) {
            var received = connection.send("GET /v1/probe/caller HTTP/1.0\r\n" + KEY + "\r\n").receiveAll();

            assertThat(received.statuses()).containsExactly(200);
            assertThat(received.closed()).isTrue();
        }
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_before_it_comes_and_the_connection_closes() {
        try (var connection = new RawConnection(server.getPort())) {
            var received = connection.send(POST + "Content-Length: " + (FrameworkDefaults.MAX_BODY_BYTES + 1) + "\r\n\r\n").receiveAll();

            assertThat(received.codes()).as(received.text()).containsExactly("invalid_request");
            assertThat(received.closed()).isTrue();
        }
    }

    @Test
    void a_body_that_turns_out_too_large_is_refused_and_the_connection_closes() {
        try (var connection = new RawConnection(server.getPort())) {
            var chunk = chunk(" ".repeat(1 << 16));
            connection.send(POST + CHUNKED);
            for (int sent = 0; sent <= FrameworkDefaults.MAX_BODY_BYTES; sent += 1 << 16) {
                connection.send(chunk);
            }

            var received = connection.receiveAll();

            assertThat(received.codes()).as(received.text()).containsExactly("invalid_request");
            assertThat(received.closed()).isTrue();
        }
    }

    @Test
    void even_if_the_request_has_been_answered_already() {
        try (var connection = new RawConnection(server.getPort())) {
            connection.send("POST /v1/probe/body HTTP/1.1\r\nHost: a\r\n" + CHUNKED);
            assertThat(connection.receive(1).codes()).containsExactly("missing_api_key");

            var received = connection.send("ZZ\r\n").receiveAll();

            assertThat(received.text()).isEmpty();
            assertThat(received.closed()).isTrue();
        }
    }

    @Test
    void what_came_before_on_the_connection_is_answered_first() {
        try (var connection = new RawConnection(server.getPort())) {
            var good = POST + "Content-Length: " + JSON.length() + "\r\n\r\n" + JSON;

            var received = connection.send(good + good + POST + CHUNKED + chunk(JSON) + "ZZ\r\n").receiveAll();

            assertThat(received.statuses()).containsExactly(200, 200, 400);
            assertThat(received.closed()).isTrue();
        }
    }

    @Test
    void good_chunks_are_read_with_extensions_and_trailers_and_the_connection_lives_on() {
        ProbeController.RECEIVED.clear();
        try (var connection = new RawConnection(server.getPort())) {
            var request = POST + CHUNKED + Integer.toHexString(JSON.length()) + ";name=\"a value\"\r\n" + JSON + "\r\n0\r\nX-Checksum: 1\r\n\r\n";

            var received = connection.send(request + NEXT).receive(2);

            assertThat(received.statuses()).as(received.text()).containsExactly(200, 404);
            assertThat(connection.send(NEXT).receive(1).statuses()).containsExactly(404);
            assertThat(ProbeController.RECEIVED).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Authorization: Bearer other", "Content-Type: application/json", "Content-Type: text/plain", "Idempotency-Key: a\r\nIdempotency-Key: b",
        "Idempotency-Key: a\r\nidempotency-key: a", "Corridor-Dialect: nxos\r\nCorridor-Dialect: nxos", "X-API-Key: a\r\nX-API-Key: b",
        "X-NONCE: 1\r\nX-NONCE: 2", "X-Signature: a\r\nX-Signature: b", "Nxos-On-Behalf-Of: a\r\nNxos-On-Behalf-Of: a",
        "Corridor-Sandbox-Trigger: a\r\nCorridor-Sandbox-Trigger: b", "Content-Encoding: gzip\r\nContent-Encoding: gzip"
    })
    void a_header_that_may_stand_once_and_stands_twice_is_an_invalid_request(String headers) {
        ProbeController.RECEIVED.clear();
        try (var connection = new RawConnection(server.getPort())) {
            var request = POST + headers + "\r\nContent-Length: " + JSON.length() + "\r\n\r\n" + JSON;

            var received = connection.send(request).receive(1);

            assertThat(received.statuses()).as(received.text()).containsExactly(400);
            assertThat(received.text()).contains(headers.substring(0, headers.indexOf(':')));
            assertThat(ProbeController.RECEIVED).isEmpty();
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}

package dev.corridor.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LoadGeneratorTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void every_client_says_all_it_has_to_say() throws IOException {
        try (var server = new CountingServer(number -> 200)) {
            var clients = IntStream.range(0, 8).mapToObj(i -> new Rounds(25)).toList();

            var seen = server.generator().run(clients, Duration.ZERO, LONG);

            assertThat(seen.rounds()).isEqualTo(200);
            assertThat(seen.accepted()).containsExactly(200L, 200L);
            assertThat(seen.latencies()).allSatisfy(latencies -> assertThat(latencies.getTotalCount()).isEqualTo(200));
            assertThat(seen.roundsBySecond().stream().mapToLong(Long::longValue).sum()).isEqualTo(200);
            assertThat(seen.errors()).isEmpty();
            assertThat(seen.drops()).isZero();
            assertThat(server.requests()).isEqualTo(400);
        }
    }

    @Test
    void an_error_is_counted_by_its_code_and_ends_the_round() throws IOException {
        try (var server = new CountingServer(number -> number == 2 ? 409 : 200)) {
            var seen = server.generator().run(List.of(new Rounds(2)), Duration.ZERO, LONG);

            assertThat(seen.errors()).containsExactly(Map.entry("409 quote_expired", 1L));
            assertThat(Measurement.describeErrors(List.of(seen, seen))).isEqualTo("2 x 409 quote_expired");
            assertThat(seen.rounds()).isEqualTo(1);
            assertThat(seen.accepted()).containsExactly(2L, 1L);
        }
    }

    @Test
    void what_comes_in_the_lead_in_is_counted_and_not_measured() throws IOException {
        try (var server = new CountingServer(number -> 200)) {
            var seen = server.generator().run(List.of(new Rounds(3)), LONG, LONG);

            assertThat(seen.rounds()).isZero();
            assertThat(seen.latencies()).allSatisfy(latencies -> assertThat(latencies.getTotalCount()).isZero());
            assertThat(seen.accepted()).containsExactly(3L, 3L);
        }
    }

    @Test
    void a_connection_that_ends_without_an_answer_is_a_drop() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.submit(() -> {
                while (true) {
                    try (var connection = server.accept()) {
                        connection.getInputStream().read();
                    }
                }
            });

            var seen = new LoadGenerator(server.getLocalPort()).run(List.of(new Rounds(3)), Duration.ZERO, LONG);
            server.close();

            assertThat(seen.drops()).isEqualTo(3);
            assertThat(seen.rounds()).isZero();
        }
    }

    @Test
    void at_a_rate_a_slow_answer_delays_those_behind_it_and_their_waiting_counts() throws IOException {
        var pause = Duration.ofMillis(20);
        try (var server = new CountingServer(number -> 200, pause)) {
            var seen = server.generator().runAt(100, List.of(new Rounds(Integer.MAX_VALUE)), Duration.ZERO, Duration.ofSeconds(1));

            // A round takes 40 ms, so one client ends 25 a second of the 100 that are due: most wait for a second or longer.
            assertThat(seen.roundLatencies().getValueAtPercentile(50)).isGreaterThan(Duration.ofMillis(400).toNanos());
            assertThat(seen.roundLatencies().getTotalCount() + seen.drops()).isBetween(60L, 160L);
            assertThat(seen.rounds()).isLessThan(40);
        }
    }

    @Test
    void at_a_rate_that_is_kept_nothing_waits_and_no_more_is_asked_than_is_due() throws IOException {
        try (var server = new CountingServer(number -> 200)) {
            var clients = IntStream.range(0, 16).mapToObj(i -> new Rounds(Integer.MAX_VALUE)).toList();

            var seen = server.generator().runAt(50, clients, Duration.ZERO, Duration.ofSeconds(1));

            assertThat(seen.drops()).isZero();
            assertThat(seen.roundLatencies().getTotalCount()).isBetween(20L, 90L);
            assertThat(server.requests()).isEqualTo((int) (2 * seen.roundLatencies().getTotalCount()));
        }
    }

    @Test
    void one_question_has_one_answer() throws IOException {
        try (var server = new CountingServer(number -> 404)) {
            assertThat(server.generator().ask(new Rounds(1).request(0)).status()).isEqualTo(404);
        }
    }

    /** Rounds of two independent requests. */
    private static final class Rounds implements Conversation {

        private final int limit;
        private int begun;

        Rounds(int limit) {
            this.limit = limit;
        }

        @Override
        public int steps() {
            return 2;
        }

        @Override
        public byte[] request(int step) {
            begun += step == 0 ? 1 : 0;
            return "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public boolean accept(int step, Answer answer) {
            return answer.isSuccess();
        }

        @Override
        public boolean hasMore() {
            return begun < limit;
        }
    }

    /** Answers each request, by its number from 1, with a given status. */
    private static final class CountingServer implements AutoCloseable {

        private static final byte[] BODY = "{\"error\":{\"code\":\"quote_expired\"}}".getBytes(StandardCharsets.UTF_8);

        private final HttpServer server;
        private final AtomicInteger requests = new AtomicInteger();

        CountingServer(IntUnaryOperator status) throws IOException {
            this(status, Duration.ZERO);
        }

        CountingServer(IntUnaryOperator status, Duration pause) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.createContext("/", exchange -> {
                LockSupport.parkNanos(pause.toNanos());
                exchange.sendResponseHeaders(status.applyAsInt(requests.incrementAndGet()), BODY.length);
                exchange.getResponseBody().write(BODY);
                exchange.close();
            });
            server.start();
        }

        LoadGenerator generator() {
            return new LoadGenerator(server.getAddress().getPort());
        }

        int requests() {
            return requests.get();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}

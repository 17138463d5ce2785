package dev.corridor.http.probe;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@MicronautTest
class RequestJournalTest {

    private final Wire wire;
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.corridor.http");
    private final Log log = new Log();

    RequestJournalTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @BeforeEach
    void listen() {
        log.setContext(logger.getLoggerContext());
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/probe/caller", "/v1/%zz", "/docs", "/openapi.yaml"})
    void every_answer_has_a_date_an_id_of_its_own_and_one_line_in_the_log(String path) {
        var ids = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            var answer = wire.get(path, "X-Request-Id: req_00000000000000000000000000000000");
            ids.add(answer.requestId());
            assertThat(answer.headers().get("date")).matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
            assertThat(log.linesOf(answer.requestId())).singleElement().asString().contains("method=GET", "status=" + answer.status());
        }

        assertThat(ids).hasSize(3).doesNotContain("req_00000000000000000000000000000000");
    }

    @Test
    void a_request_that_cannot_be_decoded_has_its_line() {
        var answer = wire.get("/v1/probe/caller", "X-Large: " + "x".repeat(20_000));

        assertThat(log.linesOf(answer.requestId())).singleElement().asString().contains("status=400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probe/caller", "/nowhere"})
    void a_dialect_that_nobody_speaks_has_its_line(String path) {
        var answer = wire.get(path, "Corridor-Dialect: esperanto");

        assertThat(answer.headers()).containsKey("date");
        assertThat(log.linesOf(answer.requestId())).singleElement().asString().contains("path=" + path, "status=400");
    }

    @Test
    void the_log_has_neither_query_nor_headers() {
        var answer = wire.get("/v1/probe/list?cursor=secretcursor", "Authorization: Bearer secretkey");

        assertThat(log.linesOf(answer.requestId())).singleElement().asString().contains("path=/v1/probe/list ").doesNotContain("secret");
    }

    @Test
    void a_bug_is_logged_with_its_stack_trace_and_the_request_id_everywhere() {
        var answer = wire.getWithKey("/v1/probe/broken");

        var lines = log.eventsOf(answer.requestId());
        assertThat(lines).extracting(ILoggingEvent::getLevel).containsExactlyInAnyOrder(Level.INFO, Level.ERROR, Level.INFO);
        assertThat(lines).filteredOn(line -> line.getLevel() == Level.ERROR).singleElement()
                .satisfies(line -> assertThat(line.getThrowableProxy().getStackTraceElementProxyArray()).isNotEmpty());
    }

    @Test
    void a_client_that_hangs_up_is_no_bug() throws Exception {
        var head = "POST /v1/probe/body HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ProbeBeans.GOOD_KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        try (var socket = new Socket("localhost", wire.server().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        }

        var line = log.await("path=/v1/probe/body ");

        assertThat(text(line)).contains("status=400");
        assertThat(log.events).extracting(ILoggingEvent::getLevel).doesNotContain(Level.ERROR);
    }

    @Test
    void a_refusal_says_its_code_and_outcome_and_who_asked() {
        var anonymous = wire.get("/v1/probe/caller");
        var known = wire.getWithKey("/v1/probe/caller");

        assertThat(log.linesOf(anonymous.requestId())).singleElement().asString()
                .contains("status=401", "code=missing_api_key", "outcome=not_applied")
                .doesNotContain("organization=");
        assertThat(log.linesOf(known.requestId())).singleElement().asString()
                .contains("route=/v1/probe/caller", "organization=org_", "caller=key_")
                .doesNotContain("code=");
    }

    /** As it is written. */
    private static String text(ILoggingEvent event) {
        var pairs = Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of());
        return pairs.stream().map(pair -> " " + pair.key + "=" + pair.value).collect(joining("", event.getFormattedMessage(), " "));
    }

    /** Records log lines with their MDC. */
    private static final class Log extends AppenderBase<ILoggingEvent> {

        private static final int TIMEOUT_SECONDS = 60;

        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
        private final BlockingQueue<ILoggingEvent> unread = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.getMDCPropertyMap();
            events.add(event);
            unread.add(event);
        }

        ILoggingEvent await(String part) throws InterruptedException {
            while (true) {
                var event = unread.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                assertThat(event).as("a line with <%s>", part).isNotNull();
                if (text(event).contains(part)) {
                    return event;
                }
            }
        }

        List<ILoggingEvent> eventsOf(String requestId) {
            return events.stream()
                    .filter(event -> text(event).contains(requestId)
                            || requestId.equals(event.getMDCPropertyMap().get("requestId")))
                    .toList();
        }

        List<String> linesOf(String requestId) {
            return eventsOf(requestId).stream().map(RequestJournalTest::text).filter(line -> line.startsWith("answered ")).toList();
        }
    }
}

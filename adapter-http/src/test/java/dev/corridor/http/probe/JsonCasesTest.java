package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is JSON (RFC 8259) is read, and nothing else is. The cases have the shape of N. Seriot's JSONTestSuite ("Parsing JSON is a Minefield"): what begins with
 * {@code y} must be read, what begins with {@code n} must not, but that a name which stands twice is refused.
 */
@MicronautTest
class JsonCasesTest {

    private final EmbeddedServer server;

    JsonCasesTest(EmbeddedServer server) {
        this.server = server;
    }

    record Case(char kind, String name, byte[] text) {

        boolean isWhole() {
            return Character.isUpperCase(kind);
        }

        boolean isJson() {
            return Character.toLowerCase(kind) == 'y';
        }

        /** A value stands where the request wants a list of strings, so that it may be refused for its type but not for its form. */
        byte[] body() {
            var body = new ByteArrayOutputStream();
            body.writeBytes((isWhole() ? "" : "{\"tags\":").getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(text);
            body.writeBytes((isWhole() ? "" : "}").getBytes(StandardCharsets.US_ASCII));
            return body.toByteArray();
        }

        private static Case parse(String line) {
            var text = new ByteArrayOutputStream();
            for (int i = line.indexOf('|') + 1; i < line.length(); i++) {
                boolean isEscape = line.startsWith("\\x", i) && line.length() >= i + 4 && line.substring(i + 2, i + 4).matches("[0-9a-f]{2}");
                text.write(isEscape ? Integer.parseInt(line, i + 2, i + 4, 16) : line.charAt(i));
                i += isEscape ? 3 : 0;
            }
            return new Case(line.charAt(0), line.substring(2, line.indexOf(" |")), text.toByteArray());
        }

        @Override
        public String toString() {
            return kind + "_" + name;
        }
    }

    static List<Case> cases() throws IOException {
        try (var text = JsonCasesTest.class.getResourceAsStream("/json/cases.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.US_ASCII).lines().filter(line -> !line.startsWith("#")).map(Case::parse).toList();
        }
    }

    static Stream<Case> whatIsJson() throws IOException {
        return cases().stream().filter(Case::isJson);
    }

    static Stream<Case> whatIsNone() throws IOException {
        return cases().stream().filter(each -> !each.isJson());
    }

    @Test
    void there_are_many_cases() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(250).extracting(Case::toString).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("whatIsJson")
    void what_is_json_is_read(Case json) {
        assertThat(codeOf(json)).isIn("", "validation_error");
    }

    @ParameterizedTest
    @MethodSource("whatIsNone")
    void what_is_none_is_refused(Case none) {
        assertThat(codeOf(none)).isEqualTo("invalid_request");
    }

    private String codeOf(Case each) {
        var body = each.body();
        try (var connection = new RawConnection(server.getPort())) {
            connection.send("POST /v1/probe/body HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                    + ProbeBeans.GOOD_KEY + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            var received = connection.send(body).receiveAll();
            assertThat(received.statuses()).as(received.text()).singleElement().isIn(200, 400);
            return String.join(",", received.codes());
        }
    }
}

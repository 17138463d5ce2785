package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.FrameworkDefaults;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not UTF-8, or not packed as it says, is not guessed at. */
@MicronautTest
class EncodingTest {

    private static final String JSON = "{\"accountId\":\"acct_00000000000000000000000000000001\",\"fromAmount\":\"10.00\",\"fromAsset\":\"USD\",\"toAsset\":\"USDC\"}";
    private static final String POST = "POST /v1/probe/body HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ProbeBeans.GOOD_KEY + "\r\n";
    private static final String AS_JSON = "Content-Type: application/json\r\n";

    private final EmbeddedServer server;

    EncodingTest(EmbeddedServer server) {
        this.server = server;
    }

    @BeforeEach
    void forget() {
        ProbeController.RECEIVED.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP"})
    void a_packed_body_is_read(String encoding) throws IOException {
        assertAccepted(post(AS_JSON + "Content-Encoding: " + encoding + "\r\n", gzip(JSON)));
        assertAccepted(chunked(AS_JSON + "Content-Encoding: " + encoding + "\r\n", gzip(JSON)));
        assertThat(ProbeController.RECEIVED).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "br", "zstd", "deflate", "compress", "x-gzip, gzip", "gzip, gzip", "nonsense", ""})
    void an_encoding_that_is_not_known_is_refused(String encoding) throws IOException {
        assertRefused(post(AS_JSON + "Content-Encoding: " + encoding + "\r\n", gzip(JSON)));
    }

    @Test
    void a_packed_body_that_is_cut_short_is_refused_wherever_it_was_cut() throws IOException {
        var whole = gzip(JSON);
        for (int length = 1; length < whole.length; length++) {
            assertRefused(post(AS_JSON + "Content-Encoding: gzip\r\n", Arrays.copyOf(whole, length)));
            assertRefused(chunked(AS_JSON + "Content-Encoding: gzip\r\n", Arrays.copyOf(whole, length)));
        }
    }

    @Test
    void bytes_behind_a_packed_body_are_refused() throws IOException {
        for (var behind : new byte[][]{{0}, {1, 2, 3}, new byte[100], gzip(""), gzip(" ")}) {
            var body = new ByteArrayOutputStream();
            body.writeBytes(gzip(JSON));
            body.writeBytes(behind);
            assertRefused(post(AS_JSON + "Content-Encoding: gzip\r\n", body.toByteArray()));
            assertRefused(chunked(AS_JSON + "Content-Encoding: gzip\r\n", body.toByteArray()));
        }
    }

    @Test
    void a_packed_body_with_a_flipped_bit_is_refused() throws IOException {
        var body = gzip(JSON);
        body[body.length - 6] ^= 1;

        assertRefused(post(AS_JSON + "Content-Encoding: gzip\r\n", body));
        assertRefused(post(AS_JSON + "Content-Encoding: gzip\r\n", JSON.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_body_that_unpacks_to_too_much_is_refused_and_the_connection_closes() throws IOException {
        var received = post(AS_JSON + "Content-Encoding: gzip\r\n", gzip(" ".repeat(100 * FrameworkDefaults.MAX_BODY_BYTES)));

        assertRefused(received);
        assertThat(received.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "UTF-8", "\"utf-8\""})
    void utf_8_may_be_named(String charset) {
        assertAccepted(post("Content-Type: application/json; charset=" + charset + "\r\n", JSON.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "utf-16le", "utf-32", "iso-8859-1", "us-ascii", "windows-1252", "nonsense", "\"utf-7\""})
    void another_charset_is_refused(String charset) {
        assertRefused(post("Content-Type: application/json; charset=" + charset + "\r\n", JSON.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void nor_is_it_guessed_from_the_bytes(String charset) {
        assertRefused(post(AS_JSON, JSON.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "c080", "c1bf", "e08080", "e09fbf", "f0808080", "f08fbfbf", "eda080", "edbfbf", "f4908080", "f888808080", "fc8480808080", "80", "bf", "c3",
        "c328", "e28228", "f0288cbc", "fe", "ff", "efbbbf7b7d"
    })
    void bytes_that_are_no_utf_8_or_not_its_shortest_form_are_refused(String hex) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"description\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(HexFormat.of().parseHex(hex));
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

        assertRefused(post(AS_JSON, hex.startsWith("efbbbf") ? HexFormat.of().parseHex(hex) : body.toByteArray()));
    }

    private RawConnection.Received post(String headers, byte[] body) {
        try (var connection = new RawConnection(server.getPort())) {
            connection.send(POST + "Connection: close\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n").send(body);
            return connection.receiveAll();
        }
    }

    /** One byte in each chunk. */
    private RawConnection.Received chunked(String headers, byte[] body) {
        try (var connection = new RawConnection(server.getPort())) {
            var request = new StringBuilder(POST + "Connection: close\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n");
            for (byte each : body) {
                request.append("1\r\n").append((char) (each & 0xff)).append("\r\n");
            }
            return connection.send(request + "0\r\n\r\n").receiveAll();
        }
    }

    private static void assertAccepted(RawConnection.Received received) {
        assertThat(received.statuses()).as(received.text()).containsExactly(200);
    }

    private static void assertRefused(RawConnection.Received received) {
        assertThat(received.statuses()).as(received.text()).containsExactly(400);
        assertThat(received.codes()).containsExactly("invalid_request");
        assertThat(ProbeController.RECEIVED).isEmpty();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.problem.ErrorCode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Malformed requests: broken JSON, wrong types, huge numbers, odd encodings, hostile headers. {@code -Dcorridor.fuzz=10000} sends that many
 * in each dialect, reproducibly.
 */
@MicronautTest
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("corridor.fuzz", 200);

    private static final List<String> METHODS = List.of("GET", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "BREW");
    private static final List<String> PATHS = List.of(
            "/v1/probe/body", "/v1/probe/body", "/v1/probe/list?limit=2", "/v1/probe/query?accountId=acct_1", "/v1/probe/things/x", "/v1/nowhere",
            "/nowhere", "/v1/errors?status=404", "/errors/quote_expired");
    private static final List<String> BODIES = List.of(
            "{\"fromAmount\":\"10.00\",\"fromAsset\":\"USD\",\"toAsset\":\"USDC\"}",
            "{\"fromAmount\":1e999999999,\"metadata\":{\"a\":{\"b\":[]}},\"tags\":[null,1,{}]}",
            "{\"fromAmount\":\"999999999999999999999999999999999999\",\"accountId\":\"\\ud800\"}",
            "{\"fromAmount\":-0.0000000000000000000000000001,\"fromAsset\":[[[[[[]]]]]]}",
            "[1,2,3]", "\"\\u0000\"", "null", "<a>b</a>", "a=b&c=d");
    private static final List<String> HEADERS = List.of(
            "Content-Type: application/json", "Content-Type: application/json", "Content-Type: application/json; charset=utf-16",
            "Content-Type: text/plain", "Content-Encoding: gzip", "Accept: text/html", "Accept: \u00ff/\u00fe;q=9",
            "Accept-Language: \u00a7$%, *;q=x",
            "Idempotency-Key: k", "Idempotency-Key: ", "Idempotency-Key: \u00ff", "Expect: 100-continue", "Nxos-On-Behalf-Of: org_1",
            "Range: bytes=0-",
            "X-Request-Id: ${jndi:ldap://x}", "Corridor-Sandbox-Trigger: \u00ff", "Cookie: a=\u00e9", "Transfer-Encoding: identity", "Origin: null",
            "Connection: upgrade",
            "X-HTTP-Method-Override: DELETE", "Content-Type: multipart/form-data; boundary=");

    private final Wire wire;

    FuzzTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_sent_the_answer_is_one_that_the_contract_knows(DialectName dialect) {
        var random = new Random(dialect.ordinal());
        for (int i = 0; i < REQUESTS; i++) {
            var request = request(dialect, random);
            var answer = wire.sendRaw(request);
            assertThat(answer).as(new String(request, StandardCharsets.ISO_8859_1)).satisfies(FuzzTest::isKnown);
        }
    }

    private static void isKnown(Wire.Answer answer) {
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(answer.requestId()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "io.micronaut", "dev.corridor");
        if (answer.headers().containsKey("corridor-code")) {
            assertThat(ErrorCode.find(answer.headers().get("corridor-code"))).isPresent();
            assertThat(answer.headers().get("content-type")).isIn("application/json", "application/problem+json");
            assertThat(answer.body()).startsWith("{");
        } else {
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    private static byte[] request(DialectName dialect, Random random) {
        var body = pick(BODIES, random).getBytes(StandardCharsets.UTF_8);
        mutate(body, random, random.nextInt(4));
        var head = new StringBuilder(pick(METHODS, random)).append(' ').append(pick(PATHS, random)).append(" HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Connection: close\r\nCorridor-Dialect: ").append(dialect).append("\r\n");
        if (random.nextInt(8) > 0) {
            head.append("Authorization: Bearer ").append(ProbeBeans.GOOD_KEY).append("\r\n");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            head.append(pick(HEADERS, random)).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** Flips random bytes of the body. */
    private static void mutate(byte[] bytes, Random random, int times) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
    }

    private static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}

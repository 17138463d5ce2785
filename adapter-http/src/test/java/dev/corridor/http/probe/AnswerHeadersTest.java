package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers say to caches and browsers. */
@MicronautTest
@Property(name = ProbeBeans.ORIGIN, value = AnswerHeadersTest.ALLOWED)
class AnswerHeadersTest {

    static final String ALLOWED = "https://app.example.com";

    private static final String KEY = "Authorization: Bearer " + ProbeBeans.GOOD_KEY;
    private static final String PREFLIGHT = "Access-Control-Request-Method: ";

    private final Wire wire;

    AnswerHeadersTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/probe/caller", "/v1/probe/list?limit=0", "/v1/probe/broken", "/v1/nowhere", "/v1/errors", "/nowhere", "/errors/none"})
    void no_cache_keeps_an_answer_of_the_api_or_a_refusal_and_each_says_what_it_depends_on(String path) {
        for (var key : List.of(KEY, "X-Nothing: 1")) {
            var headers = wire.get(path, key).headers();

            assertThat(headers).containsEntry("cache-control", "no-store");
            assertThat(headers.get("vary")).contains("Accept", "Accept-Encoding", "Accept-Language", "Corridor-Dialect");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/v1/probe/caller", "/v1/probe/list", "/v1/probe/list?limit=0", "/v1/probe/broken", "/v1/nowhere", "/v1/errors", "/nowhere", "/openapi.yaml",
        "/docs", "/docs/docs.js", "/errors", "/errors/quote_expired", "/health"
    })
    void a_head_is_answered_with_the_headers_of_a_get_and_without_its_body(String path) {
        for (var encoding : List.of("gzip", "identity")) {
            var get = wire.get(path, KEY, "Accept-Encoding: " + encoding);
            var head = wire.send("HEAD", path, "", KEY, "Accept-Encoding: " + encoding);

            assertThat(head.status()).isEqualTo(get.status());
            assertThat(withoutChance(head)).isEqualTo(withoutChance(get));
            assertThat(head.body()).isEmpty();
        }
    }

    private static Map<String, String> withoutChance(Wire.Answer answer) {
        var headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(List.of("date", "x-request-id"));
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "br", "zstd", "deflate", "snappy, br", "gzip;q=0", "identity"})
    void nothing_is_packed_in_a_way_that_few_can_read(String encoding) {
        assertThat(wire.get("/v1/errors", "Accept-Encoding: " + encoding).headers()).doesNotContainKey("content-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "snappy, gzip;q=0.1", "*"})
    void a_client_that_reads_gzip_gets_it(String encoding) {
        assertThat(wire.get("/v1/errors", "Accept-Encoding: " + encoding).headers()).containsEntry("content-encoding", "gzip");
    }

    @Test
    void the_description_of_the_api_is_sent_once_and_packed() {
        var plain = wire.get("/openapi.yaml");
        var packed = wire.get("/openapi.yaml", "Accept-Encoding: gzip");
        var tag = plain.headers().get("etag");

        assertThat(plain.headers()).doesNotContainKey("content-encoding").containsEntry("vary", "Accept-Encoding");
        assertThat(packed.headers()).containsEntry("content-encoding", "gzip");
        assertThat(packed.headers().get("etag")).isNotEqualTo(tag);
        assertThat(Integer.parseInt(packed.headers().get("content-length")))
                .isLessThan(Integer.parseInt(plain.headers().get("content-length")) / 4);
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            var again = wire.get("/openapi.yaml", "If-None-Match: " + known);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers()).containsEntry("etag", tag);
        }
        assertThat(wire.get("/openapi.yaml", "If-None-Match: \"other\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH", "DELETE"})
    void a_browser_may_ask_for_an_allowed_site(String method) {
        var path = method.equals("GET") ? "/v1/probe/caller" : method.equals("POST") ? "/v1/probe/command" : "/v1/api-keys/x";
        var answer = wire.send(
                "OPTIONS", path, "", "Origin: " + ALLOWED, PREFLIGHT + method, "Access-Control-Request-Headers: authorization,idempotency-key");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("access-control-allow-origin", ALLOWED)
                .containsEntry("access-control-allow-methods", method)
                .doesNotContainKey("access-control-allow-credentials");
        assertThat(answer.headers().get("vary")).contains("Origin");
    }

    @Test
    void an_answer_to_an_allowed_site_may_be_read_there() {
        for (var path : List.of("/v1/probe/caller", "/v1/probe/list?limit=0", "/v1/nowhere")) {
            var answer = wire.get(path, KEY, "Origin: " + ALLOWED);

            assertThat(answer.headers()).as(path).containsEntry("access-control-allow-origin", ALLOWED);
            assertThat(answer.headers().get("vary")).contains("Origin", "Corridor-Dialect");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com.evil.example", "http://app.example.com", "https://app.example.com:444", "null"})
    void another_site_is_told_nothing(String origin) {
        var preflight = wire.send("OPTIONS", "/v1/probe/command", "", "Origin: " + origin, PREFLIGHT + "POST");
        var request = wire.send("POST", "/v1/probe/command", "", KEY, "Origin: " + origin);

        assertThat(preflight.status()).isGreaterThanOrEqualTo(400);
        assertThat(preflight.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(request.headers()).doesNotContainKey("access-control-allow-origin");
    }
}

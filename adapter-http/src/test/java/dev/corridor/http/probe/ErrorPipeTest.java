package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ErrorPipeTest {

    private static final String KEY = "Authorization: Bearer " + ProbeBeans.GOOD_KEY;
    private static final String JSON = "Content-Type: application/json";

    private static final String POST_BODY = "POST /v1/probe/body HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + KEY + "\r\n" + JSON + "\r\n";
    private static final String LAST = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");

    private final Wire wire;

    ErrorPipeTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/v2/probe", "/v1x", "/V1/probe/caller", "/%761/probe/caller", "/v2/../v1/probe/caller"})
    void an_unknown_route_is_not_found(String path) {
        wire.get(path).isError(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/", "/v1/nowhere", "/v1/probe/things"})
    void an_unknown_route_of_the_api_is_not_found_with_a_key(String path) {
        wire.getWithKey(path).isError(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "BREW"})
    void a_wrong_method_is_not_found(String method) {
        wire.send(method, "/v1/probe/caller", "", KEY).isError(404, "not_found");
    }

    @Test
    void a_wrong_method_with_a_body_is_not_found() {
        wire.postJson("/v1/probe/caller", "{}").isError(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "[]", "\"text\"", "1", "null", "{} {}", "{\"a\":1,}", "{'a':1}", "not json", "{\"a\":\"\u0000\"}",
        "{\"a\":1,\"a\":2}"
    })
    void a_body_that_is_no_json_object_is_an_invalid_request(String body) {
        wire.postJson("/v1/probe/body", body).isError(400, "invalid_request");
    }

    @Test
    void bytes_that_are_no_utf_8_are_an_invalid_request() {
        var head = POST_BODY + "Content-Length: 11\r\n\r\n";

        wire.sendRaw((head + "{\"a\":\"\u00c3(\u00ff\"}").getBytes(StandardCharsets.ISO_8859_1)).isError(400, "invalid_request");
    }

    @Test
    void a_body_nested_without_end_is_an_invalid_request() {
        wire.postJson("/v1/probe/body", "{\"a\":" + "[".repeat(100_000)).isError(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "nonsense",
        "a/b/c;;="
    })
    void a_wrong_content_type_is_an_invalid_request(String contentType) {
        wire.post("/v1/probe/body", "{}", KEY, "Content-Type: " + contentType).isError(400, "invalid_request");
    }

    @Test
    void a_body_above_one_mebibyte_is_an_invalid_request() {
        var body = "{\"description\":\"" + "x".repeat(1 << 20) + "\"}";

        wire.postJson("/v1/probe/body", body).isError(400, "invalid_request");
    }

    @Test
    void a_chunked_body_above_one_mebibyte_is_an_invalid_request() {
        var head = POST_BODY + "Transfer-Encoding: chunked\r\n\r\n";
        var chunk = Integer.toHexString(1 << 16) + "\r\n" + " ".repeat(1 << 16) + "\r\n";

        wire.sendRaw(head + chunk.repeat(17) + "0\r\n\r\n").isError(400, "invalid_request");
    }

    @Test
    void a_missing_query_parameter_is_named() {
        var answer = wire.getWithKey("/v1/probe/query");

        answer.isError(400, "missing_parameter");
        assertThat(answer.body()).contains("'accountId'");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/v1/probe/query?accountId=acct_x", "/v1/probe/query?accountId=", "/v1/probe/things/acct_x", "/v1/probe/things/%00"
    })
    void a_malformed_id_is_an_invalid_request_that_names_it(String path) {
        var answer = wire.getWithKey(path);

        answer.isError(400, "invalid_request");
        assertThat(answer.body()).contains("'accountId'");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/v1/probe/%zz", "/v1/probe/list?limit=%zz", "/v1/probe/list?cursor=%", "/v1/\u007f", "/v1/pro|be", "/v1/[", "http://[",
        "/v1/probe/things/%ff%fe"
    })
    void a_malformed_uri_is_an_invalid_request(String uri) {
        wire.send("GET", uri, "", KEY).isError(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization Bearer", "X-Bad\u0001Header: 1", "X: \u0000", ": nameless"})
    void a_header_that_cannot_be_decoded_is_an_invalid_request(String header) {
        wire.get("/v1/probe/caller", KEY, header).isError(400, "invalid_request");
    }

    @Test
    void an_oversized_header_is_an_invalid_request() {
        wire.get("/v1/probe/caller", KEY, "X-Large: " + "x".repeat(20_000)).isError(400, "invalid_request");
    }

    @Test
    void an_oversized_uri_is_an_invalid_request() {
        wire.get("/v1/probe/" + "x".repeat(20_000), KEY).isError(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET / HTTP/x\r\n\r\n", "GET /\r\n\r\n"})
    void what_is_no_http_is_an_invalid_request(String request) {
        wire.sendRaw(request).isError(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: x", "Content-Length: -1", "Content-Length: 1\r\nContent-Length: 2"})
    void a_body_of_unclear_length_is_an_invalid_request(String header) {
        wire.sendRaw(POST_BODY + "" + header + "\r\n\r\n{}")
                .isError(400, "invalid_request");
    }

    @Test
    void a_business_error_answers_with_its_code() {
        var answer = wire.post("/v1/probe/refused", "", KEY);

        answer.isError(403, "forbidden");
        assertThat(answer.body()).contains("\"message\":\"Not today.\"");
    }

    @Test
    void an_overload_says_when_to_come_again() {
        var answer = wire.post("/v1/probe/overloaded", "", KEY);

        answer.isError(503, "service_unavailable");
        assertThat(answer.headers()).containsEntry("retry-after", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probe/broken", "/v1/probe/unwritable"})
    void a_bug_is_an_internal_error_and_leaks_nothing(String path) {
        var answer = wire.getWithKey(path);

        answer.isError(500, "internal_error");
        assertThat(answer.body()).doesNotContain("secret", "corridor", "Exception", "java");
    }

    @Test
    void a_bug_in_a_question_changes_nothing() {
        wire.getWithKey("/v1/probe/broken").means("not_applied", "same_request");
    }

    @Test
    void a_bug_in_a_command_may_have_struck_after_it_took_effect() {
        wire.post("/v1/probe/broken", "", KEY).means("unknown", "never");
    }

    @Test
    void a_command_that_is_named_with_a_key_is_sent_again_without_harm() {
        wire.post("/v1/probe/broken", "", KEY, "Idempotency-Key: 1").means("unknown", "same_request");
    }

    @Test
    void a_refusal_says_what_became_of_the_request() {
        wire.post("/v1/probe/refused", "", KEY).means("not_applied", "never");
        wire.post("/v1/probe/overloaded", "", KEY).means("not_applied", "after");
        wire.post("/v1/probe/body", "{", KEY, JSON).means("not_applied", "new_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "text/html", "text/html,application/xhtml+xml", "application/xml", "image/*", "nonsense", "application/problem+json;q=0"
    })
    void the_header_accept_changes_nothing(String accept) {
        var header = "Accept: " + accept;

        wire.get("/nowhere", header).isError(404, "not_found");
        wire.get("/v1/probe/caller", header).isError(401, "missing_api_key");
        wire.get("/v1/probe/broken", KEY, header).isError(500, "internal_error");
        wire.post("/v1/probe/body", "{", KEY, JSON, header).isError(400, "invalid_request");
        var success = wire.get("/v1/probe/caller", KEY, header);
        assertThat(success.status()).isEqualTo(200);
        assertThat(success.headers().get("content-type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/nowhere:404", "/v1/nowhere:404", "/v1/probe/caller:200", "/v1/probe/broken:500", "/v1/probe/list?limit=0:400"
    })
    void a_head_request_has_the_status_and_no_body(String pathAndStatus) {
        int colon = pathAndStatus.lastIndexOf(':');

        var answer = wire.send("HEAD", pathAndStatus.substring(0, colon), "", KEY);

        assertThat(answer.status()).isEqualTo(Integer.parseInt(pathAndStatus.substring(colon + 1)));
        assertThat(answer.requestId()).isNotEmpty();
        assertThat(answer.body()).isEmpty();
        if (answer.status() >= 400) {
            assertThat(answer.headers().get("content-type")).isEqualTo("application/json");
        }
    }

    @Test
    void a_head_request_without_a_key_is_unauthenticated() {
        assertThat(wire.send("HEAD", "/v1/nowhere", "").status()).isEqualTo(401);
    }

    @Test
    void a_page_of_another_origin_is_turned_away_with_a_code_whatever_it_asks() {
        wire.get("/v1/probe/caller", KEY, "Origin: https://elsewhere.example").isError(403, "forbidden");

        var head = wire.send("HEAD", "/v1/probe/caller", "", KEY, "Origin: https://elsewhere.example");
        assertThat(head.status()).isEqualTo(403);
        assertThat(head.headers()).containsEntry("corridor-code", "forbidden");
        assertThat(head.body()).isEmpty();
        head.means("not_applied", "never");
    }

    @Test
    void the_connection_lives_on_after_refusals() {
        var request = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n";

        var answers = wire.sendRaw(request + request + LAST);

        assertThat(codesIn(answers.body())).containsExactly("not_found", "not_found", "not_found");
    }

    @Test
    void an_unread_body_is_not_taken_for_a_request() {
        assertThat(codesIn(wire.sendRaw(unread("/v1/probe/body") + LAST).body())).containsExactly("missing_api_key", "not_found");
    }

    @Test
    void nothing_is_read_after_a_request_that_is_none() {
        assertThat(codesIn(wire.sendRaw(unread("/v1/probe/%zz") + LAST).body())).containsExactly("invalid_request");
    }

    private static String unread(String path) {
        var smuggled = "GET /v1/probe/caller HTTP/1.1\r\nHost: localhost\r\n" + KEY + "\r\n\r\n";
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + smuggled.length() + "\r\n\r\n" + smuggled;
    }

    private static List<String> codesIn(String bodies) {
        return CODE.matcher(bodies).results().map(code -> code.group(1)).toList();
    }
}

package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class DialectChoiceTest {

    private static final String KEY = "Authorization: Bearer " + ProbeBeans.GOOD_KEY;
    private static final String PROBLEM_JSON = "Accept: application/problem+json";

    private final Wire wire;

    DialectChoiceTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @ParameterizedTest
    @CsvSource({
        "nxos, '{\"error\":{\"code\":\"not_found\"'",
        "nexusglass, '{\"error\":\"Not Found\"'",
        "nexgent, '{\"success\":false'",
        "nexpay, '{\"errors\":[{\"code\":30000'",
        "tickdb, '{\"code\":2001'",
        "problem+json, '{\"type\":\"/errors/not_found\"'"
    })
    void the_header_chooses_before_anything_is_known_of_the_request(String name, String beginning) {
        var answer = wire.get("/nowhere", "Corridor-Dialect: " + name);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("corridor-code", "not_found");
        assertThat(answer.body()).startsWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"a\":\"\u0000\"}"})
    void a_body_that_never_parsed_is_told_in_the_dialect_that_was_chosen(String body) {
        var answer = wire.post("/v1/probe/body", body, KEY, "Content-Type: application/json", "Corridor-Dialect: nexpay");

        assertThat(answer.body()).startsWith("{\"errors\":[{\"code\":30010,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probe/%zz", "/v1/probe/list?cursor={x}", "/v1/pro|be", "http://["})
    void a_malformed_uri_is_told_in_the_dialect_that_was_chosen(String uri) {
        var answer = wire.send("GET", uri, "", KEY, "Corridor-Dialect: nexpay");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"errors\":[{\"code\":30010,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: x", "nameless"})
    void what_cannot_be_decoded_is_told_in_the_dialect_that_was_chosen(String header) {
        var answer = wire.get("/v1/probe/caller", KEY, "Corridor-Dialect: nexpay", header);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"errors\":[{\"code\":30010,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NXOS", "esperanto", "nxos, tickdb"})
    void a_dialect_that_nobody_speaks_is_an_invalid_request_in_the_usual_one(String name) {
        var answer = wire.get("/v1/probe/caller", KEY, "Corridor-Dialect: " + name);

        answer.isError(400, "invalid_request");
        assertThat(answer.body()).contains("must be one of nxos, nexusglass, nexgent, nexpay, tickdb, problem+json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json", "application/json, application/problem+json", "text/html, APPLICATION/Problem+JSON;q=0.1"})
    void whoever_can_read_the_standard_gets_it(String accept) {
        var answer = wire.get("/nowhere", "Accept: " + accept, "Corridor-Dialect: tickdb");

        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.body()).startsWith("{\"type\":\"/errors/not_found\"");
    }

    @Test
    void an_unknown_dialect_is_told_in_the_standard_to_whoever_can_read_it() {
        var answer = wire.get("/nowhere", PROBLEM_JSON, "Corridor-Dialect: esperanto");

        assertThat(answer.body()).startsWith("{\"type\":\"/errors/invalid_request\"");
    }

    @Test
    void a_key_may_have_laid_down_a_dialect() {
        var key = "Authorization: Bearer " + ProbeBeans.KEY_THAT_SPEAKS_TICKDB;

        assertThat(wire.get("/v1/nowhere", key).body()).startsWith("{\"code\":2001,");
        assertThat(wire.get("/v1/nowhere", key, "Corridor-Dialect: nxos").body()).startsWith("{\"error\":{\"code\":\"not_found\"");
        assertThat(wire.get("/v1/nowhere", key, PROBLEM_JSON).body()).startsWith("{\"type\":");
    }

    @Test
    void a_key_that_is_refused_is_told_so_in_its_own_dialect() {
        var key = "Authorization: Bearer " + ProbeBeans.LOCKED_KEY_THAT_SPEAKS_TICKDB;

        assertThat(wire.get("/v1/nowhere", key).body()).startsWith("{\"code\":1001,");
        assertThat(wire.get("/v1/nowhere", key, "Corridor-Dialect: nxos").body()).startsWith("{\"error\":{\"code\":\"invalid_api_key\"");
    }

    @Test
    void successes_are_wrapped_for_tickdb() {
        var answer = wire.get("/v1/probe/list?limit=1", KEY, "Corridor-Dialect: tickdb");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"code\":0,\"message\":\"success\",\"data\":{\"object\":\"list\",\"data\":[{\"number\":1}]");
    }

    @Test
    void a_crash_leaks_nothing_in_any_dialect() {
        for (var name : new String[]{"nxos", "nexusglass", "nexgent", "nexpay", "tickdb", "problem+json"}) {
            var answer = wire.get("/v1/probe/broken", KEY, "Corridor-Dialect: " + name);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("secret", "Exception", "java", "SELECT");
        }
    }
}

package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class AuthenticationTest {

    private static final String KEY = "Authorization: Bearer " + ProbeBeans.GOOD_KEY;

    private final Wire wire;

    AuthenticationTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    /** Nexpay has no 401, and so nothing to prove in this way. */
    @ParameterizedTest
    @CsvSource({"nxos, 401, Bearer", "nexgent, 401, Bearer", "problem+json, 401, Bearer", "nexpay, 403, "})
    void who_is_unauthenticated_is_told_how_to_prove_who_they_are(String dialect, int status, String challenge) {
        var answer = wire.get("/v1/probe/caller", "Corridor-Dialect: " + dialect);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().get("www-authenticate")).isEqualTo(challenge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/", "/v1/probe/caller", "/v1/nowhere", "/v1/probe/caller/"})
    void a_stranger_learns_nothing_of_the_routes(String path) {
        wire.get(path).isError(401, "missing_api_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"a\":1}"})
    void a_strangers_body_is_not_read(String body) {
        wire.post("/v1/probe/body", body, "Content-Type: text/plain").isError(401, "missing_api_key");
        wire.post("/v1/probe/body", body, "Content-Type: multipart/form-data; boundary=x").isError(401, "missing_api_key");
    }

    @Test
    void a_strangers_large_body_is_not_read() {
        wire.post("/v1/probe/body", "x".repeat(1 << 20), "Content-Type: application/json").isError(401, "missing_api_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "Bearer", "bearer " + ProbeBeans.GOOD_KEY, "BEARER x", "Basic eDp5", "Bearer\t" + ProbeBeans.GOOD_KEY,
        ProbeBeans.GOOD_KEY
    })
    void a_header_that_does_not_begin_with_bearer_and_a_space_is_a_missing_key(String authorization) {
        wire.get("/v1/probe/caller", "Authorization: " + authorization).isError(401, "missing_api_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "nxos_sk_test_unknownunknown", " " + ProbeBeans.GOOD_KEY, ProbeBeans.GOOD_KEY + "x"})
    void an_unknown_key_is_invalid(String key) {
        wire.get("/v1/probe/caller", "Authorization: Bearer " + key).isError(401, "invalid_api_key");
    }

    @Test
    void a_key_may_come_in_a_header_of_its_own() {
        assertThat(wire.get("/v1/probe/caller", "X-API-Key: " + ProbeBeans.GOOD_KEY).status()).isEqualTo(200);
        assertThat(wire.get("/v1/probe/caller", "Authorization: Basic eDp5", "X-API-Key: " + ProbeBeans.GOOD_KEY).status()).isEqualTo(200);
        wire.get("/v1/probe/caller", "X-API-Key: ").isError(401, "missing_api_key");
        wire.get("/v1/probe/caller", "X-API-Key: nonsense").isError(401, "invalid_api_key");
        wire.get("/v1/probe/caller", "Authorization: Bearer nonsense", "X-API-Key: " + ProbeBeans.GOOD_KEY).isError(401, "invalid_api_key");
    }

    @Test
    void a_key_that_is_known_at_once_is_let_in_like_any_other() {
        var answer = wire.get("/v1/probe/caller", "Authorization: Bearer " + ProbeBeans.GOOD_KEY_KNOWN_AT_ONCE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"virtualThread\":true").contains(answer.requestId());
    }

    @Test
    void a_bearer_with_dots_is_a_users_token() {
        assertThat(wire.get("/v1/probe/caller", "Authorization: Bearer " + ProbeBeans.GOOD_TOKEN).status()).isEqualTo(200);
        assertThat(wire.get("/v1/probe/caller", "Authorization: Bearer " + ProbeBeans.GOOD_TOKEN_KNOWN_AT_ONCE).status()).isEqualTo(200);
        wire.get("/v1/probe/caller", "Authorization: Bearer another.user.token").isError(401, "invalid_token");
        wire.get("/v1/probe/caller", "X-API-Key: " + ProbeBeans.GOOD_TOKEN).isError(401, "invalid_api_key");
    }

    @Test
    void a_permission_is_asked_for_before_the_body_is_read_and_after_the_organization() {
        var key = "Authorization: Bearer " + ProbeBeans.KEY_WITHOUT_PERMISSIONS;

        wire.get("/v1/probe/caller", key).isError(403, "forbidden");
        wire.post("/v1/probe/body", "{", key, "Content-Type: application/json").isError(403, "forbidden");
        wire.get("/v1/probe/caller", key, "Nxos-On-Behalf-Of: org_ffffffffffffffffffffffffffffffff").isError(403, "authorization_required");
        wire.get("/v1/nowhere", key).isError(404, "not_found");
    }

    @Test
    void a_key_that_cannot_be_checked_fails_authentication() {
        wire.get("/v1/probe/caller", "Authorization: Bearer " + ProbeBeans.KEY_OF_AN_UNREACHABLE_STORE)
                .isError(401, "authentication_failed");
    }

    @Test
    void the_caller_reaches_the_controller_on_a_virtual_thread() {
        var answer = wire.get("/v1/probe/caller", KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                {"organization":"%s","virtualThread":true,"requestIdInLog":"%s","nothing":null}"""
                .formatted(ProbeBeans.ORGANIZATION, answer.requestId()));
    }

    @Test
    void a_caller_may_act_for_itself() {
        assertThat(wire.get("/v1/probe/caller", KEY, "Nxos-On-Behalf-Of: " + ProbeBeans.ORGANIZATION).status()).isEqualTo(200);
    }

    @Test
    void a_broker_reaches_the_controller_as_its_customer() {
        assertThat(wire.get("/v1/probe/caller", KEY, "Nxos-On-Behalf-Of: " + ProbeBeans.CUSTOMER.id()).body())
                .contains("\"organization\":\"" + ProbeBeans.CUSTOMER.id() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "org_", "acct_00000000000000010000000000000002", "org_0000000000000001000000000000000G",
        "ORG_00000000000000010000000000000002"
    })
    void a_malformed_organization_is_an_invalid_request(String organization) {
        wire.get("/v1/probe/caller", KEY, "Nxos-On-Behalf-Of: " + organization).isError(400, "invalid_request");
    }

    @Test
    void nobody_acts_for_an_organization_without_its_letter() {
        var other = "Nxos-On-Behalf-Of: org_ffffffffffffffffffffffffffffffff";

        wire.get("/v1/probe/caller", KEY, other).isError(403, "authorization_required");
        wire.get("/v1/nowhere", KEY, other).isError(403, "authorization_required");
        wire.get("/v1/probe/caller", other).isError(401, "missing_api_key");
    }
}

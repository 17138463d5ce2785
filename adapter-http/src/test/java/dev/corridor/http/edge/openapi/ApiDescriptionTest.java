package dev.corridor.http.edge.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.corridor.application.quote.IssueQuote;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.edge.problem.ErrorCode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@MicronautTest
class ApiDescriptionTest {

    private final Map<String, Object> document;

    ApiDescriptionTest(Router router) {
        var generated = getClass().getResourceAsStream("/META-INF/swagger/probe.yml");
        this.document = new Yaml().load(ApiDescription.complete(generated, ours("frame.yaml"), ours("story.yaml"), router, AssetCatalogue.STANDARD));
    }

    @Test
    void it_is_openapi_3_1() {
        assertThat(document).containsEntry("openapi", "3.1.0");
    }

    @Test
    void an_operation_lists_the_codes_of_its_use_case_after_those_of_the_edge() {
        assertThat(codes("/v1/probe/things/{accountId}", "get", "401"))
                .containsExactly(
                        "missing_api_key",
                        "missing_nonce",
                        "missing_signature",
                        "invalid_nonce",
                        "invalid_api_key",
                        "invalid_token",
                        "invalid_token_type",
                        "token_expired",
                        "authentication_failed",
                        "token_revoked",
                        "wrong_signature",
                        "nonce_not_monotonous");
        assertThat(canonicalCodes("/v1/probe/things/{accountId}", "get", "401"))
                .containsExactly(
                        "missing_api_key",
                        "missing_nonce",
                        "missing_signature",
                        "invalid_nonce",
                        "invalid_api_key",
                        "invalid_token",
                        "invalid_token_type",
                        "token_expired",
                        "authentication_failed",
                        "token_revoked",
                        "api_key_deleted",
                        "api_key_deprecated",
                        "api_key_expired",
                        "api_key_not_enabled",
                        "api_key_locked",
                        "wrong_signature",
                        "nonce_not_monotonous");
        assertThat(codes("/v1/probe/things/{accountId}", "get", "403")).containsExactly("forbidden", "authorization_required");
        assertThat(canonicalCodes("/v1/probe/things/{accountId}", "get", "403"))
                .as("those of the default contract, and then those that have another status there")
                .containsExactly("client_inactive", "ip_not_allowed", "forbidden", "authorization_required", "api_key_not_enabled", "api_key_locked");
        assertThat(at("paths", "/v1/probe/things/{accountId}", "get", "x-permission")).isEqualTo("accounts:read");
        assertThat(codes("/v1/probe/things/{accountId}", "get", "400")).containsExactly("invalid_request");
        assertThat(codes("/v1/probe/things/{accountId}", "get", "404")).containsExactly("account_not_found");
        assertThat(codes("/v1/probe/things/{accountId}", "get", "500")).containsExactly("internal_error");
    }

    @Test
    void an_operation_with_a_body_can_refuse_its_fields() {
        assertThat(codes("/v1/probe/body", "post", "400")).startsWith("invalid_request", "validation_error");
        assertThat(codes("/v1/probe/list", "get", "400")).containsExactly("invalid_request");
    }

    @Test
    void every_answer_of_a_use_case_is_described() {
        assertThat(ErrorAnswers.of(IssueQuote.class, false, false, List.of(), true, false).values())
                .allSatisfy(codes -> assertThat(codes.inNxos()).doesNotHaveDuplicates());
        assertThat(ErrorAnswers.of(IssueQuote.class, false, false, List.of(), true, false).get(400).inNxos()).contains(ErrorCode.VALIDATION_ERROR);
    }

    @Test
    void the_caller_is_no_parameter() {
        assertThat(document.toString()).doesNotContainIgnoringCase("name=caller");
    }

    @Test
    void what_may_be_null_has_its_type_and_null() {
        assertThat(at("components", "schemas", "ProbeRequest", "properties", "toAmount", "anyOf"))
                .asInstanceOf(LIST)
                .endsWith(Map.of("type", "null"))
                .first(MAP)
                .containsEntry("type", "string");
        assertThat(at("components", "schemas", "ProbeRequest", "properties", "metadata", "anyOf"))
                .asInstanceOf(LIST)
                .endsWith(Map.of("type", "null"))
                .first(MAP)
                .containsEntry("type", "object")
                .containsEntry("maxProperties", 50);
    }

    private static InputStream ours(String name) {
        return ApiDescription.class.getResourceAsStream(name);
    }

    private List<Object> canonicalCodes(String path, String method, String status) {
        return new ArrayList<>((List<?>) at("paths", path, method, "responses", status, "headers", "Corridor-Code", "schema", "enum"));
    }

    private List<Object> codes(String path, String method, String status) {
        var schema = (Map<?, ?>) at("paths", path, method, "responses", status, "content", "application/json", "schema");
        var narrowed = (Map<?, ?>) ((List<?>) schema.get("allOf")).getLast();
        return new ArrayList<>((List<?>) walk(narrowed, "properties", "error", "properties", "code", "enum"));
    }

    private Object at(String... names) {
        return walk(document, names);
    }

    private static Object walk(Object node, String... names) {
        for (var name : names) {
            assertThat(node).isInstanceOf(Map.class);
            assertThat(((Map<?, ?>) node).containsKey(name)).as("%s in %s", name, ((Map<?, ?>) node).keySet()).isTrue();
            node = ((Map<?, ?>) node).get(name);
        }
        return node;
    }
}

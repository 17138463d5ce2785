package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class JsonRequestTest {

    private static final String KEY = "Authorization: Bearer " + ProbeBeans.GOOD_KEY;
    private static final String GOOD = """
            "accountId":"acct_0190a1b2c3d4e5f60718293a4b5c6d7e","fromAsset":"USD","toAsset":"USDC","fromAmount":"10000.00\"""";

    private final Wire wire;

    JsonRequestTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @BeforeEach
    void forget() {
        ProbeController.RECEIVED.clear();
    }

    @Test
    void a_good_body_becomes_the_record() {
        var answer = wire.postJson("/v1/probe/body", "{" + GOOD + """
                ,"toAmount":null,"urgent":true,"tags":["a","b"],"metadata":{"order":"7"},"description":"Zoë 🚀"}""");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(ProbeController.RECEIVED).singleElement().satisfies(request -> {
            assertThat(request.fromAmount()).isEqualTo("10000.00");
            assertThat(request.toAmount()).isNull();
            assertThat(request.chainName()).isNull();
            assertThat(request.urgent()).isTrue();
            assertThat(request.tags()).isEqualTo(List.of("a", "b"));
            assertThat(request.metadata()).isEqualTo(Map.of("order", "7"));
            assertThat(request.description()).isEqualTo("Zoë 🚀");
        });
    }

    @Test
    void json_without_a_content_type_is_taken_for_json() {
        var answer = wire.post("/v1/probe/body", "{" + GOOD + "}", KEY);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_charset_changes_nothing() {
        var answer = wire.post("/v1/probe/body", "{" + GOOD + "}", KEY, "Content-Type: application/json; charset=utf-8");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void every_missing_field_is_named() {
        var answer = wire.postJson("/v1/probe/body", "{}");

        answer.isError(400, "validation_error");
        assertThat(answer.body()).contains("\"message\":\"accountId is required"
                + "; fromAsset is required"
                + "; toAsset is required"
                + "; fromAmount or toAmount must be given, and not both.\"");
    }

    @Test
    void every_fault_of_type_and_value_is_named_in_the_order_of_the_fields() {
        var answer = wire.postJson("/v1/probe/body", """
                {"metadata":{"a":1},"tags":"x","urgent":"yes","method":"CASH","description":["x"],"fromAmount":10000.00,\
                "toAsset":"XYZ","fromAsset":true,"accountId":"acct_1"}""");

        answer.isError(400, "validation_error");
        assertThat(answer.body()).contains("\"message\":\"accountId must be an account id (acct_ and 32 lower-case hex digits)"
                + "; fromAsset must be a string"
                + "; toAsset must be one of USD, EUR, USDC, USDT, BTC, ETH"
                + "; fromAmount must be a string"
                + "; description must be a string"
                + "; method must be one of WIRE, SEPA, ACH, SWIFT"
                + "; urgent must be true or false"
                + "; tags must be a list of strings"
                + "; metadata must be an object whose values are strings.\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "fromAmount | \"toAmount\":\"1\"",
        "toAsset | \"toAsset\":\"USD\"",
        "fromAmount | \"fromAmount\":\"1.005\"",
        "fromAmount | \"fromAmount\":\"\"",
        "address | \"chainName\":\"ethereum\",\"address\":\"0x123\"",
        "description | \"description\":\" \"",
        "tags | \"tags\":[null]",
        "tags | \"tags\":[\"\"]",
        "metadata | \"metadata\":[]",
        "urgent | \"urgent\":0"
    })
    void each_fault_is_reported_at_its_field_alone(String field, String member) {
        var name = member.substring(1, member.indexOf('"', 1));
        var json = "{" + (GOOD.contains("\"" + name + "\"") ? replaced(name, member) : GOOD + "," + member) + "}";

        var answer = wire.postJson("/v1/probe/body", json);

        answer.isError(400, "validation_error");
        assertThat(answer.body()).contains("\"message\":\"" + field + " ").doesNotContain(";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\u001f", "\\u007f", "\\u0085", "\\n", "\u007f"})
    void text_that_cannot_be_stored_is_refused_wherever_it_stands(String text) {
        var members = List.of(
                "\"description\":\"%s\"", "\"tags\":[\"%s\"]", "\"metadata\":{\"k\":\"%s\"}", "\"metadata\":{\"%s\":\"v\"}");
        for (var member : members) {
            var answer = wire.postJson("/v1/probe/body", "{" + GOOD + "," + member.formatted(text) + "}");

            answer.isError(400, "validation_error");
            assertThat(answer.body()).contains("must not contain control characters");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00x", "\\ud83d\\ud83d"})
    void half_a_surrogate_pair_is_refused(String text) {
        for (var member : List.of("\"description\":\"%s\"", "\"tags\":[\"%s\"]", "\"metadata\":{\"k\":\"%s\"}")) {
            wire.postJson("/v1/probe/body", "{" + GOOD + "," + member.formatted(text) + "}").isError(400, "validation_error");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"expectedFeeSchedule\":{\"fixed\":[1,{}]} | expectedFeeSchedule is unknown here.",
        "\"from_amount\":\"1\" | from_amount is unknown here, perhaps 'fromAmount' is meant.",
        "\"toAmmount\":null | toAmmount is unknown here, perhaps 'toAmount' is meant.",
        "\"\":true | ` is unknown here.`"
    })
    void an_unknown_member_is_refused_with_the_nearest_name(String member, String message) {
        var answer = wire.postJson("/v1/probe/body", "{" + GOOD + "," + member + "}");

        answer.isError(400, "validation_error");
        assertThat(answer.body()).contains("\"message\":\"" + message + "\"");
        assertThat(ProbeController.RECEIVED).isEmpty();
    }

    @Test
    void a_body_of_names_alone_does_not_come_back_as_a_message() {
        var members = IntStream.range(0, 1_000).mapToObj(i -> "\"" + "n".repeat(1 + i % 200) + i + "\":1").collect(Collectors.joining(","));

        var answer = wire.postJson("/v1/probe/body", "{" + members + "}");

        answer.isError(400, "validation_error");
        assertThat(answer.body().length()).isLessThan(3_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\":1,\"a\":2} | The body must be a JSON object without repeated names; 'a' is repeated at line 1, column 8.",
        "{\"m\":{\"x\":1,\"x\":1}} | The body must be a JSON object without repeated names; 'x' is repeated at line 1, column 13.",
        "{\"a\":1,} | The body must be a JSON object; it breaks at line 1, column 8.",
        "{\"a\":1} {} | The body must be one JSON object; something follows it at line 1, column 9.",
        "[] | The body must be a JSON object.",
        "{\"a\\u0007\":1} | The name of a member must not contain control characters; one does at line 1, column 2."
    })
    void what_is_wrong_with_the_json_is_said(String json, String message) {
        var answer = wire.postJson("/v1/probe/body", json);

        answer.isError(400, "invalid_request");
        assertThat(answer.body()).contains("\"message\":\"" + message + "\"");
    }

    @Test
    void a_deep_body_is_refused() {
        var answer = wire.postJson("/v1/probe/body", "{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}");

        answer.isError(400, "invalid_request");
        assertThat(answer.body()).contains("nested at most 16 deep");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/v1/probe/list?curser=x | The parameter 'curser' is unknown here, perhaps 'cursor' is meant.",
        "/v1/probe/list?limit=5&xyzxyz= | The parameter 'xyzxyz' is unknown here.",
        "/v1/probe/query?accountId=acct_0190a1b2c3d4e5f60718293a4b5c6d7e&account=x | The parameter 'account' is unknown here, perhaps 'accountId' is meant.",
        "/v1/probe/caller?limit=5 | The parameter 'limit' is unknown here."
    })
    void an_unknown_parameter_is_refused_with_the_nearest_name(String path, String message) {
        var answer = wire.get(path, KEY);

        answer.isError(400, "invalid_request");
        assertThat(answer.body()).contains("\"message\":\"" + message + "\"");
    }

    @Test
    void a_number_of_any_size_is_not_text() {
        var answer = wire.postJson("/v1/probe/body", "{" + replaced("fromAmount", "\"fromAmount\":1" + "0".repeat(5_000)) + "}");

        answer.isError(400, "validation_error");
        assertThat(answer.body()).contains("\"message\":\"fromAmount must be a string.\"");
    }

    private static String replaced(String name, String member) {
        return GOOD.replaceFirst("\"" + name + "\":\"[^\"]*\"", member);
    }
}

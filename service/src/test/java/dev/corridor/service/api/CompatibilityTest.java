package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Compares the OpenAPI document with the last released one, {@code clients/api/openapi.yaml}. {@code -Dcorridor.release=true} replaces it, and empties the list of
 * breaks: that is a step of a release.
 */
@MicronautTest
class CompatibilityTest {

    private static final Path RELEASED = Path.of("../clients/api/openapi.yaml");
    private static final Path LISTED = Path.of("../clients/api/breaking-changes.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\| [^|]{10,} \\|$", Pattern.MULTILINE);

    /** A change of the document, and what it breaks. */
    enum Break {
        AN_OPERATION_THAT_IS_GONE("GET /v1/accounts is gone", document -> at(document, "paths", "/v1/accounts").remove("get")),
        ANOTHER_NAME_OF_AN_OPERATION(
                "GET /v1/audit: operationId was listAuditRecords and is audit",
                document -> at(document, "paths", "/v1/audit", "get").put("operationId", "audit")),
        A_PERMISSION(
                "GET /v1/audit: x-permission was audit:read and is audit:write",
                document -> at(document, "paths", "/v1/audit", "get").put("x-permission", "audit:write")),
        A_PARAMETER_THAT_IS_REFUSED(
                "GET /v1/audit refuses the parameter query action",
                document -> list(at(document, "paths", "/v1/audit", "get"), "parameters").removeIf(one -> "action".equals(at(one).get("name")))),
        A_PARAMETER_THAT_IS_DEMANDED(
                "GET /v1/audit demands the parameter query action",
                document -> list(at(document, "paths", "/v1/audit", "get"), "parameters").stream()
                        .filter(one -> "action".equals(at(one).get("name")))
                        .forEach(one -> at(one).put("required", true))),
        A_MEMBER_THAT_IS_REFUSED(
                "OpenAccountRequest has no member description",
                document -> at(schema(document, "OpenAccountRequest"), "properties").remove("description")),
        A_MEMBER_THAT_IS_DEMANDED(
                "OpenAccountRequest demands the member reference",
                document -> list(schema(document, "OpenAccountRequest"), "required").add("reference")),
        A_SHORTER_TEXT(
                "OpenAccountRequest.name: maxLength was 100 and is 99",
                document -> at(schema(document, "OpenAccountRequest"), "properties", "name").put("maxLength", 99)),
        A_VALUE_THAT_IS_REFUSED("BankMethod must not be ACH in a request", document -> list(schema(document, "BankMethod"), "enum").remove("ACH")),
        A_VALUE_THAT_IS_NEW("AccountStatus can be FROZEN in an answer", document -> list(schema(document, "AccountStatus"), "enum").add("FROZEN")),
        A_MEMBER_THAT_IS_GONE("Quote has no member createdAt", document -> {
            at(schema(document, "Quote"), "properties").remove("createdAt");
            list(schema(document, "Quote"), "required").remove("createdAt");
        }),
        A_MEMBER_THAT_MAY_BE_LEFT_OUT("Quote may leave out the member spread",
                document -> list(schema(document, "Quote"), "required").remove("spread")),
        ANOTHER_TYPE(
                "Quote.createdAt: the format of an answer was date-time and is date",
                document -> at(schema(document, "Quote"), "properties", "createdAt").put("format", "date")),
        A_NULL("Entry.createdAt can be null in an answer", document -> {
            var member = at(schema(document, "Entry"), "properties");
            member.put("createdAt", Map.of("anyOf", List.of(member.get("createdAt"), Map.of("type", "null"))));
        }),
        A_HEADER_THAT_IS_GONE(
                "GET /v1/accounts 200 has no header RateLimit",
                document -> at(document, "paths", "/v1/accounts", "get", "responses", "200", "headers").remove("RateLimit"));

        private final String line;
        private final Consumer<Map<String, Object>> change;

        Break(String line, Consumer<Map<String, Object>> change) {
            this.line = line;
            this.change = change;
        }
    }

    private final String yaml;
    private final Map<String, Object> present;

    CompatibilityTest(World world) {
        this.yaml = world.stranger().bare("/openapi.yaml").body();
        this.present = read(yaml);
    }

    @Test
    void every_break_since_the_last_release_is_listed_with_its_reason_and_nothing_else() throws IOException {
        if (Boolean.getBoolean("corridor.release")) {
            Files.writeString(RELEASED, yaml);
            Files.writeString(LISTED, ROW.matcher(Files.readString(LISTED)).replaceAll("").strip() + "\n");
        }
        var listed = ROW.matcher(Files.readString(LISTED)).results().map((MatchResult row) -> row.group(1)).toList();

        assertThat(Compatibility.breaks(read(Files.readString(RELEASED)), present))
                .as("breaks that clients/api/breaking-changes.md must list with a reason")
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @TestFactory
    Stream<DynamicTest> each_kind_of_break_is_found() {
        return Stream.of(Break.values()).map(kind -> DynamicTest.dynamicTest(kind.line, () -> {
            var changed = copyOfPresent();
            kind.change.accept(changed);

            assertThat(Compatibility.breaks(present, changed)).containsExactly(kind.line);
        }));
    }

    @Test
    void what_is_added_breaks_nothing() {
        var changed = copyOfPresent();
        at(schema(changed, "Quote"), "properties").put("channel", Map.of("type", "string"));
        at(schema(changed, "OpenAccountRequest"), "properties").put("owner", Map.of("type", "string"));
        at(schema(changed, "OpenAccountRequest"), "properties", "name").put("maxLength", 200);
        list(schema(changed, "ErrorCode"), "enum").add("account_frozen");
        at(changed, "paths").put("/v1/cards", Map.of());

        assertThat(Compatibility.breaks(present, changed)).isEmpty();
    }

    private Map<String, Object> copyOfPresent() {
        return at(copy(present));
    }

    private static Object copy(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.forEach((name, value) -> copy.put(name, copy(value)));
                yield copy;
            }
            case List<?> list -> new ArrayList<>(list.stream().map(CompatibilityTest::copy).toList());
            case null, default -> node;
        };
    }

    private static Map<String, Object> read(String yaml) {
        return at(new Yaml().load(yaml));
    }

    private static Map<String, Object> schema(Map<String, Object> document, String name) {
        return at(document, "components", "schemas", name);
    }

    private static Map<String, Object> at(Object node, String... names) {
        for (var name : names) {
            node = at(node).get(name);
        }
        return at(node);
    }

    /** YAML consists of maps and lists. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> parent, String name) {
        return (List<Object>) parent.get(name);
    }
}

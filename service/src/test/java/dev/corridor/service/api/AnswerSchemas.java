package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * Checks answers against the OpenAPI document: that it has their status, their media type and their headers, and that headers and bodies are as its
 * schemas say, formats included. Requests that are carried out are checked too: body, and query. It does for every request of the tests what a validating
 * proxy would do for some.
 */
final class AnswerSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIGURATION = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** Those that are not HTTP's own. */
    private static final Set<String> OWN_HEADERS = Set.of(
            "Corridor-Code", "Corridor-Outcome", "Corridor-Retry", "ETag", "Idempotent-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After",
            "X-Request-Id");

    private final JsonNode document;
    private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();
    private final Map<JsonNode, JsonSchema> texts = new ConcurrentHashMap<>();

    AnswerSchemas(String yaml) {
        this.document = JSON.valueToTree(new Yaml().<Object>load(yaml));
    }

    /** Status, headers, media type and body. An answer of an operation that the document does not have is not checked. */
    void check(String method, String path, Answer answer) {
        operation(method, path).ifPresent(operation -> {
            var told = "what %s %s answers with %s".formatted(method, path, answer.status());
            var declared = operation.at("/responses/" + answer.status());
            assertThat(declared.isObject()).as("%s, which the document lacks: %s", told, answer.body()).isTrue();
            assertThat(declared.path("content").has(mediaType(answer)))
                    .as("%s has a media type that the document lacks: %s", told, answer.contentType())
                    .isTrue();
            checkHeaders(told, declared.path("headers"), answer);
            if (!mediaType(answer).equals("text/csv")) {
                schema(declared.path("content"), mediaType(answer), method + path + answer.status())
                        .ifPresent(schema -> assertThat(schema.validate(read(answer.body())))
                                .as("%s against its schema: %s", told, answer.body())
                                .isEmpty());
            }
        });
    }

    private static String mediaType(Answer answer) {
        return answer.contentType().replaceFirst(";.*", "");
    }

    private void checkHeaders(String told, JsonNode declared, Answer answer) {
        OWN_HEADERS.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> {
            assertThat(declared.has(name)).as("%s has the header %s, which the document lacks", told, name).isTrue();
            var header = resolved(declared.path(name));
            checkText(header.path("schema"), value, told + " in the header " + name);
        }));
    }

    /** A request that was carried out is right by the document too. */
    void checkRequest(String method, String path, String body) {
        operation(method, path)
                .flatMap(operation -> schema(operation.at("/requestBody/content"), "application/json", method + path))
                .ifPresent(schema -> assertThat(schema.validate(read(body)))
                        .as("what %s %s accepts against its schema: %s", method, path, body)
                        .isEmpty());
    }

    /** The query of a request that was carried out. A name with an index is a member of an object. */
    void checkQuery(String method, URI target) {
        operation(method, target.getPath()).filter(operation -> target.getRawQuery() != null && !target.getRawQuery().isEmpty())
                .ifPresent(operation -> {
                    for (var pair : target.getRawQuery().split("&")) {
                        var sides = pair.split("=", 2);
                        var name = decoded(sides[0]);
                        var told = "the query parameter %s that %s %s accepts".formatted(name, method, target.getPath());
                        var declared = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                                .map(this::resolved)
                                .filter(parameter -> parameter.path("in").asText().equals("query"))
                                .filter(parameter -> parameter.path("name").asText().equals(name.replaceFirst("\\[.*", "")))
                                .findFirst();
                        assertThat(declared).as("%s, and the document lacks", told).isPresent();
                        if (sides.length == 2 && !sides[1].isEmpty() && !name.endsWith("]")) {
                            checkText(declared.orElseThrow().path("schema"), decoded(sides[1]), told);
                        }
                    }
                });
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A text of a header or a query stands for a number, a list or a text, as its schema says. */
    private void checkText(JsonNode schema, String text, String told) {
        JsonNode value = switch (resolved(schema).path("type").asText()) {
            case "integer" -> JSON.getNodeFactory().numberNode(Long.parseLong(text));
            case "boolean" -> JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
            case "array" -> JSON.valueToTree(text.split(","));
            default -> JSON.getNodeFactory().textNode(text);
        };
        var compiled = texts.computeIfAbsent(schema, this::compiled);
        assertThat(compiled.validate(value)).as("%s against its schema: %s", told, text).isEmpty();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Optional<JsonNode> operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(candidate -> path.matches(candidate.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .map(candidate -> candidate.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private Optional<JsonSchema> schema(JsonNode content, String mediaType, String key) {
        return schemas.computeIfAbsent(key + mediaType, absent -> Optional.of(content.path(mediaType).path("schema"))
                .filter(JsonNode::isObject)
                .map(this::compiled));
    }

    private JsonSchema compiled(JsonNode schema) {
        return FACTORY.getSchema(withComponents(schema), CONFIGURATION);
    }

    private JsonNode withComponents(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        return root.set("components", document.path("components"));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}

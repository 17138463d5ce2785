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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/** Checks bodies against the schemas that OpenAPI has for them, formats included. */
final class AnswerSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIGURATION = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();

    AnswerSchemas(String yaml) {
        this.document = JSON.valueToTree(new Yaml().<Object>load(yaml));
    }

    /** An answer of an operation that the document does not have is not checked. */
    void check(String method, String path, Answer answer) {
        operation(method, path)
                .flatMap(operation -> schema(operation.at("/responses/" + answer.status() + "/content"), answer.contentType(),
                        method + path + answer.status()))
                .ifPresent(schema -> assertThat(schema.validate(read(answer.body())))
                        .as("what %s %s answers against its schema: %s", method, path, answer.body())
                        .isEmpty());
    }

    /** A request that was carried out is right by the document too. */
    void checkRequest(String method, String path, String body) {
        operation(method, path)
                .flatMap(operation -> schema(operation.at("/requestBody/content"), "application/json", method + path))
                .ifPresent(schema -> assertThat(schema.validate(read(body)))
                        .as("what %s %s accepts against its schema: %s", method, path, body)
                        .isEmpty());
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
                .map(schema -> FACTORY.getSchema(withComponents(schema), CONFIGURATION)));
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

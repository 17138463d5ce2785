package dev.corridor.service.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What of the OpenAPI document a client of any language is written from: the types, and the operations that take and answer JSON. */
final class ClientModel {

    private static final String DECIMAL = "(\\.[0-9]+)?";
    private static final String NEXT = "nextCursor";

    /** Of these members, an object prints no value. */
    private static final Set<String> CONFIDENTIAL = Set.of(
            "secret", "signingSecret", "accessToken", "refreshToken", "ticket", "key", "apiKey", "email", "iban", "accountNumber", "crypto", "bank");

    /** What a member, a parameter or an answer is. */
    sealed interface ValueType {}

    enum Scalar implements ValueType {
        TEXT,
        DECIMAL,
        INSTANT,
        DURATION,
        INT,
        LONG,
        BOOLEAN,
        ANYTHING
    }

    record Named(String name) implements ValueType {}

    record ListOf(ValueType item) implements ValueType {}

    record MapOf(ValueType value) implements ValueType {}

    /** Something with a name and a type. */
    record Member(String name, ValueType type, boolean isOptional, String description) {

        boolean isConfidential() {
            return CONFIDENTIAL.contains(name);
        }
    }

    record Words(String name, String description, List<String> values) {}

    record ObjectType(String name, String description, List<Member> members) {}

    record Union(String name, List<ValueType> alternatives) {}

    record Body(ValueType type, boolean isRequired) {}

    /**
     * @param isNamed whether the service remembers it by an idempotency key
     * @param answer of a list, one item
     */
    record Operation(
            String tag,
            String id,
            String summary,
            String method,
            String path,
            boolean isNamed,
            List<Member> variables,
            List<Member> demanded,
            List<Member> filters,
            Optional<Body> body,
            ValueType answer,
            boolean isList) {

        /** What a class of the tag's operations is called. */
        String group() {
            var name = Stream.of(tag.split(" ")).map(word -> capitalized(word.toLowerCase(Locale.ROOT))).collect(Collectors.joining());
            return name.equals("Feed") ? "Feeds" : name;
        }
    }

    private final Map<String, Object> paths;
    private final Map<String, Object> schemas;

    private final List<Words> words = new ArrayList<>();
    private final List<ObjectType> requests = new ArrayList<>();
    private final List<ObjectType> answers = new ArrayList<>();

    /** By the code that they are the facts of. */
    private final Map<String, ObjectType> details = new TreeMap<>();

    /** The alternatives of a member, by the type that is their union. */
    private final Map<String, List<ValueType>> unions = new TreeMap<>();

    private final List<Operation> operations = new ArrayList<>();

    ClientModel(String yaml) {
        Map<String, Object> document = at(new Yaml().load(yaml));
        this.paths = at(document, "paths");
        this.schemas = at(document, "components", "schemas");
        schemas.forEach((name, schema) -> readSchema(name, at(schema)));
        paths.forEach((path, methods) -> at(methods).forEach((method, operation) -> readOperation(path, method, at(operation))));
    }

    List<Words> words() {
        return words;
    }

    List<ObjectType> requests() {
        return requests;
    }

    List<ObjectType> answers() {
        return answers;
    }

    Map<String, ObjectType> details() {
        return details;
    }

    List<Union> unions() {
        return unions.entrySet().stream().map(union -> new Union(union.getKey(), union.getValue())).toList();
    }

    List<Operation> operations() {
        return operations;
    }

    /** Pages are lists, and problems are thrown. */
    private void readSchema(String name, Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            words.add(new Words(name, description(schema), texts(schema, "enum")));
        } else if (schema.get("allOf") instanceof List<?> parts && parts.size() > 1) {
            readDetails(name, description(schema), at(at(parts.get(1)), "properties"));
        } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
            requests.add(new ObjectType(name, description(schema), members(name, schema)));
        } else if (schema.containsKey("properties") && !isPage(schema) && !Set.of("Problem", "ErrorEnvelope").contains(name)) {
            answers.add(new ObjectType(name, description(schema), members(name, schema)));
        }
    }

    /** A code may be without details. */
    private void readDetails(String problem, String description, Map<String, Object> properties) {
        if (properties.get("details") instanceof Map<?, ?> facts) {
            var name = problem.replaceFirst("Problem$", "");
            details.put(texts(at(properties, "code"), "enum").get(0), new ObjectType(name, description, members(name, at(facts))));
        }
    }

    private void readOperation(String path, String method, Map<String, Object> operation) {
        var json = Optional.ofNullable(at(operation, "responses", "200").get("content")).map(content -> at(content).get("application/json"));
        var body = Optional.ofNullable(operation.get("requestBody")).map(ClientModel::at);
        var jsonBody = body.map(one -> at(one, "content").get("application/json"));
        if (json.isEmpty() || body.isPresent() && jsonBody.isEmpty()) {
            return;
        }
        var answer = at(json.get(), "schema");
        var item = pageItem(answer);
        var parameters = ((List<?>) operation.get("parameters")).stream().map(ClientModel::at).toList();
        operations.add(new Operation(
                (String) ((List<?>) operation.get("tags")).get(0),
                (String) operation.get("operationId"),
                summary(operation),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters.stream().anyMatch(one -> "#/components/parameters/IdempotencyKey".equals(one.get("$ref"))),
                parameters.stream().filter(one -> "path".equals(one.get("in"))).map(this::argument).toList(),
                query(parameters).filter(one -> !one.isOptional()).toList(),
                query(parameters).filter(Member::isOptional).filter(one -> item.isEmpty() || !Set.of("limit", "cursor").contains(one.name()))
                        .toList(),
                jsonBody.map(one -> new Body(type("", at(one, "schema")), Boolean.TRUE.equals(body.get().get("required")))),
                item.orElseGet(() -> type("", answer)),
                item.isPresent()));
    }

    private Stream<Member> query(List<Map<String, Object>> parameters) {
        return parameters.stream().filter(one -> "query".equals(one.get("in"))).map(this::argument);
    }

    private static String summary(Map<String, Object> operation) {
        var permission = operation.containsKey("x-permission") ? " Requires `" + operation.get("x-permission") + "`." : "";
        return operation.get("summary") + "." + permission;
    }

    private Member argument(Map<String, Object> parameter) {
        boolean isRequired = Boolean.TRUE.equals(parameter.get("required"));
        return new Member((String) parameter.get("name"), type("", at(parameter, "schema")), !isRequired, description(parameter));
    }

    /** Without {@code object}, which says what is known from the type. */
    private List<Member> members(String owner, Map<String, Object> schema) {
        if (!schema.containsKey("properties")) {
            return List.of();
        }
        var required = texts(schema, "required");
        return at(schema, "properties").entrySet().stream()
                .filter(member -> !member.getKey().equals("object"))
                .map(member -> {
                    var form = at(member.getValue());
                    boolean isOptional = !required.contains(member.getKey()) || isNullable(form);
                    return new Member(member.getKey(), type(owner + capitalized(member.getKey()), form), isOptional, description(form));
                })
                .toList();
    }

    private static boolean isNullable(Map<String, Object> schema) {
        return schema.get("anyOf") instanceof List<?> forms && forms.contains(Map.of("type", "null"));
    }

    /** @param union what alternatives of objects are called */
    private ValueType type(String union, Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            var name = reference.replaceFirst(".*/", "");
            var target = at(schemas, name);
            return "string".equals(target.get("type")) && !target.containsKey("enum") ? type("", target) : new Named(name);
        } else if (schema.get("anyOf") instanceof List<?> forms) {
            var types = forms.stream().map(ClientModel::at).filter(form -> !"null".equals(form.get("type"))).map(form -> type(union, form)).toList();
            if (types.size() == 1) {
                return types.get(0);
            }
            unions.put(union, types);
            return new Named(union);
        }
        return switch ((String) schema.get("type")) {
            case "array" -> new ListOf(type("", at(schema, "items")));
            case "object" ->
                schema.containsKey("additionalProperties") ? new MapOf(type("", at(schema, "additionalProperties"))) : Scalar.ANYTHING;
            case "boolean" -> Scalar.BOOLEAN;
            case "integer" -> "int64".equals(schema.get("format")) ? Scalar.LONG : Scalar.INT;
            default -> text(schema);
        };
    }

    private ValueType text(Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            return wordsLike(texts(schema, "enum")).<ValueType>map(Named::new).orElse(Scalar.TEXT);
        } else if ("date-time".equals(schema.get("format"))) {
            return Scalar.INSTANT;
        } else if ("duration".equals(schema.get("format"))) {
            return Scalar.DURATION;
        }
        return schema.get("pattern") instanceof String pattern && pattern.contains(DECIMAL) ? Scalar.DECIMAL : Scalar.TEXT;
    }

    /** The named words that all of these are among, or else those that are all among these. */
    private Optional<String> wordsLike(Collection<String> values) {
        var named = schemas.keySet().stream().filter(name -> at(schemas, name).containsKey("enum")).toList();
        var wider = named.stream().filter(name -> texts(at(schemas, name), "enum").containsAll(values)).min(Comparator.comparingInt(this::size));
        return wider
                .or(() -> named.stream().filter(name -> values.containsAll(texts(at(schemas, name), "enum")))
                        .max(Comparator.comparingInt(this::size)));
    }

    private int size(String named) {
        return texts(at(schemas, named), "enum").size();
    }

    private static boolean isPage(Map<String, Object> schema) {
        return at(schema, "properties").containsKey(NEXT);
    }

    private Optional<ValueType> pageItem(Map<String, Object> answer) {
        var schema = answer.get("$ref") instanceof String reference ? at(schemas, reference.replaceFirst(".*/", "")) : answer;
        return isPage(schema) ? Optional.of(type("", at(schema, "properties", "data", "items"))) : Optional.empty();
    }

    private static String description(Map<String, Object> schema) {
        return ((String) schema.getOrDefault("description", "")).strip().replace('\n', ' ');
    }

    static Stream<String> wrapped(String line, int width) {
        int end = line.length() <= width ? -1 : line.lastIndexOf(' ', width);
        return end < 0 ? Stream.of(line) : Stream.concat(Stream.of(line.substring(0, end)), wrapped(line.substring(end + 1), width));
    }

    static String sentence(String text) {
        return text.isEmpty() ? "" : capitalized(text) + (text.endsWith(".") ? "" : ".");
    }

    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<String> texts(Map<String, Object> schema, String name) {
        return ((List<?>) schema.getOrDefault(name, List.of())).stream().map(String.class::cast).toList();
    }

    /** YAML consists of maps. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object node, String... names) {
        for (var name : names) {
            node = ((Map<String, Object>) node).get(name);
        }
        return (Map<String, Object>) node;
    }
}

package dev.corridor.service.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Writes what of the Java client follows from the OpenAPI document: its models, and the operations of each tag. */
final class JavaClient {

    private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z]\\w*");
    private static final String DECIMAL = "(\\.[0-9]+)?";
    private static final String NEXT = "nextCursor";
    private static final int WIDTH = 150;

    /** Of these members, an object prints no value. */
    private static final Set<String> CONFIDENTIAL = Set.of(
            "secret", "signingSecret", "accessToken", "refreshToken", "ticket", "key", "apiKey", "email", "iban", "accountNumber", "crypto", "bank");

    private static final Map<String, String> IMPORTED = Map.of(
            "BigDecimal", "java.math.BigDecimal",
            "Duration", "java.time.Duration",
            "Instant", "java.time.Instant",
            "List", "java.util.List",
            "Map", "java.util.Map",
            "Optional", "java.util.Optional",
            "Listing", "dev.corridor.client.Listing",
            "Request", "dev.corridor.client.Request",
            "Target", "dev.corridor.client.Target");

    private static final Map<String, String> BOXES = Map.of("int", "Integer", "long", "Long", "boolean", "Boolean");

    private final Map<String, Object> paths;
    private final Map<String, Object> schemas;
    private final SortedMap<String, String> sources = new TreeMap<>();

    /** The alternatives of a member, by the type that is their union. */
    private final Map<String, List<String>> unions = new TreeMap<>();

    /** Something with a name and a type. */
    private record Member(String name, String type, boolean isOptional, String description) {

        String identifier() {
            var words = name.split("_", -1);
            return words[0] + Stream.of(words).skip(1).map(JavaClient::capitalized).collect(Collectors.joining());
        }

        String declaration() {
            var wireName = identifier().equals(name) ? "" : "@Named(\"" + name + "\") ";
            return wireName + (isOptional ? "Optional<" + boxed(type) + ">" : type) + " " + identifier();
        }

        String argument() {
            return type + " " + identifier();
        }
    }

    private JavaClient(Map<String, Object> document) {
        this.paths = at(document, "paths");
        this.schemas = at(document, "components", "schemas");
    }

    /** The text of each file, by its path in the client's package. */
    static SortedMap<String, String> sources(String yaml) {
        var client = new JavaClient(at(new Yaml().load(yaml)));
        client.writeModels();
        client.writeOperations();
        return client.sources;
    }

    private void writeModels() {
        var unionMembers = new TreeMap<String, String>();
        schemas.forEach((name, schema) -> members(name, at(schema)).stream()
                .filter(member -> unions.containsKey(member.type()))
                .forEach(member -> unions.get(member.type()).forEach(one -> unionMembers.put(one, member.type()))));
        unions.forEach((name, alternatives) -> model(
                name, "", "public sealed interface %s permits\n        %s {}\n".formatted(name, String.join(",\n        ", alternatives))));
        var details = new StringBuilder();
        schemas.forEach((name, node) -> {
            var schema = at(node);
            if (schema.containsKey("enum")) {
                model(name, description(schema), words(name, texts(schema, "enum")));
            } else if (schema.get("allOf") instanceof List<?> parts && parts.size() > 1) {
                details.append(details(name, schema));
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                model(name, description(schema), builder(name, members(name, schema)));
            } else if (schema.containsKey("properties") && !isPage(schema) && !name.equals("Problem") && !name.equals("ErrorEnvelope")) {
                var members = members(name, schema);
                model(name, documented(description(schema), members), object(name, members, Optional.ofNullable(unionMembers.get(name))));
            }
        });
        model("ErrorDetails", "The facts about a failure. Each type has the name of its code.",
                "public sealed interface ErrorDetails {\n" + details + "}\n");
    }

    private static String words(String name, Collection<String> values) {
        var constants = values.stream().map(value -> "    %s(\"%s\"),\n".formatted(constant(value), value)).collect(Collectors.joining());
        return """
                public enum %1$s implements Word {
                %2$s    UNRECOGNIZED("");

                    private final String value;

                    %1$s(String value) {
                        this.value = value;
                    }

                    @Override
                    public String value() {
                        return value;
                    }
                }
                """.formatted(name, constants);
    }

    private static String constant(String value) {
        var name = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Character.isDigit(name.charAt(0)) ? "OF_" + name : name;
    }

    private static String object(String name, List<Member> members, Optional<String> union) {
        boolean isConfidential = members.stream().anyMatch(member -> CONFIDENTIAL.contains(member.name()));
        return header("public record " + name, members, union.orElse("")) + (isConfidential ? masked(name) : "}\n");
    }

    private static String header(String beginning, List<Member> members, String union) {
        var components = members.stream().map(Member::declaration).toList();
        var end = ")" + (union.isEmpty() ? "" : " implements " + union) + " {";
        var line = beginning + "(" + String.join(", ", components) + end;
        return line.length() < WIDTH ? line : beginning + "(\n        " + String.join(",\n        ", components) + end;
    }

    private static String masked(String name) {
        return """


                    /** Without what is confidential. */
                    @Override
                    public String toString() {
                        return "%s[confidential]";
                    }
                }
                """.formatted(name);
    }

    private static String builder(String name, List<Member> members) {
        var required = members.stream().filter(member -> !member.isOptional()).toList();
        var methods = new StringBuilder();
        members.stream().filter(Member::isOptional).forEach(member -> methods.append("\n")
                .append(comment("    ", sentence(member.description())))
                .append("    public %s %s(%s) {\n".formatted(name, member.identifier(), member.argument()))
                .append("        return with(\"%s\", %s);\n    }\n".formatted(member.name(), member.identifier())));
        return """
                public final class %1$s extends Members<%1$s> {

                    private %1$s(Map<String, Object> values) {
                        super(values);
                    }

                    /** With what is required. */
                    public static %1$s of(%2$s) {
                        return new %1$s(Map.of())%3$s;
                    }

                    @Override
                    %1$s copy(Map<String, Object> values) {
                        return new %1$s(values);
                    }
                %4$s}
                """.formatted(
                name,
                required.stream().map(Member::argument).collect(Collectors.joining(", ")),
                required.stream().map(member -> "\n                .with(\"%s\", %s)".formatted(member.name(), member.identifier()))
                        .collect(Collectors.joining()),
                methods);
    }

    /** Empty for a code without details. */
    private String details(String problem, Map<String, Object> schema) {
        var own = at(((List<?>) schema.get("allOf")).get(1));
        var details = at(own, "properties").get("details");
        if (details == null) {
            return "";
        }
        var name = problem.replaceFirst("Problem$", "");
        var members = members(name, at(details));
        var record = header("record " + name, members, "ErrorDetails") + "}";
        return "\n" + comment("    ", documented(description(schema), members)) + record.indent(4);
    }

    /** Of all that take and answer JSON. */
    private void writeOperations() {
        var classes = new TreeMap<String, StringBuilder>();
        paths.forEach((path, methods) -> at(methods).forEach((method, node) -> {
            var operation = at(node);
            var json = Optional.ofNullable(at(operation, "responses", "200").get("content")).map(content -> at(content).get("application/json"));
            boolean takesText = operation.get("requestBody") instanceof Map<?, ?> body && !at(body, "content").containsKey("application/json");
            json.filter(answer -> !takesText).ifPresent(answer -> classes.computeIfAbsent(className(operation), name -> new StringBuilder())
                    .append(operation(method.toUpperCase(Locale.ROOT), path, operation, at(answer, "schema"))));
        }));
        classes.forEach(
                (name, methods) -> source("api", name, "", "public final class %1$s {\n\n    private %1$s() {}\n%2$s}\n".formatted(name, methods)));
    }

    private static String className(Map<String, Object> operation) {
        var words = ((String) ((List<?>) operation.get("tags")).get(0)).split(" ");
        var name = Stream.of(words).map(word -> capitalized(word.toLowerCase(Locale.ROOT))).collect(Collectors.joining());
        return name.equals("Feed") ? "Feeds" : name;
    }

    private String operation(String method, String path, Map<String, Object> operation, Map<String, Object> answer) {
        var parameters = ((List<?>) operation.get("parameters")).stream().map(JavaClient::at).toList();
        var item = pageItem(answer);
        var arguments = new ArrayList<Member>();
        parameters.stream().filter(one -> "path".equals(one.get("in"))).forEach(one -> arguments.add(argument(one)));
        var variables = arguments.stream().map(Member::identifier).collect(Collectors.joining(", "));
        var target = variables.isEmpty() ? "\"" + path + "\"" : "Target.path(\"" + path + "\", " + variables + ")";
        boolean isNamed = parameters.stream().anyMatch(one -> "#/components/parameters/IdempotencyKey".equals(one.get("$ref")));
        var type = item.orElseGet(() -> type("", answer));
        var call = new StringBuilder(item.isPresent()
                ? "Listing.of(%s, %s.class)".formatted(target, type)
                : "Request.%s(\"%s\", %s, %s.class)".formatted(isNamed ? "once" : "of", method, target, type));
        parameters.stream().filter(one -> "query".equals(one.get("in")) && Boolean.TRUE.equals(one.get("required"))).forEach(one -> {
            arguments.add(argument(one));
            call.append(".query(\"%s\", %s)".formatted(one.get("name"), argument(one).identifier()));
        });
        var id = (String) operation.get("operationId");
        var summary = comment("    ", summary(operation));
        var result = (item.isPresent() ? "Listing<" : "Request<") + type + ">";
        var filters = parameters.stream().filter(one -> "query".equals(one.get("in")) && !Boolean.TRUE.equals(one.get("required")))
                .filter(one -> item.isEmpty() || !Set.of("limit", "cursor").contains(one.get("name")))
                .map(this::argument)
                .toList();
        var plain = method(summary, result, id, arguments, call.toString());
        if (operation.get("requestBody") instanceof Map<?, ?> body) {
            arguments.add(new Member("body", type("", at(body, "content", "application/json", "schema")), false, ""));
            var full = method(summary, result, id, arguments, call + ".body(body)");
            return Boolean.TRUE.equals(body.get("required")) ? full : plain + full;
        } else if (filters.isEmpty()) {
            return plain;
        }
        var query = capitalized(id) + "Query";
        model(query, "Filters of {@code %s}.".formatted(id), builder(query, filters));
        arguments.add(new Member("query", query, false, ""));
        return plain + method(summary, result, id, arguments, call + ".query(query)");
    }

    private static String method(String summary, String result, String name, List<Member> arguments, String call) {
        var parameters = arguments.stream().map(Member::argument).collect(Collectors.joining(", "));
        return "\n%s    public static %s %s(%s) {\n        return %s;\n    }\n".formatted(summary, result, name, parameters, call);
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
    private String type(String union, Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            var name = reference.replaceFirst(".*/", "");
            var target = at(schemas, name);
            return "string".equals(target.get("type")) && !target.containsKey("enum") ? type("", target) : name;
        } else if (schema.get("anyOf") instanceof List<?> forms) {
            var types = forms.stream().map(JavaClient::at).filter(form -> !"null".equals(form.get("type"))).map(form -> type(union, form)).toList();
            if (types.size() == 1) {
                return types.get(0);
            }
            unions.put(union, types);
            return union;
        }
        return switch ((String) schema.get("type")) {
            case "array" -> "List<" + boxed(type("", at(schema, "items"))) + ">";
            case "object" ->
                schema.containsKey("additionalProperties") ? "Map<String, " + boxed(type("", at(schema, "additionalProperties"))) + ">" : "Object";
            case "boolean" -> "boolean";
            case "integer" -> "int64".equals(schema.get("format")) ? "long" : "int";
            default -> text(schema);
        };
    }

    private String text(Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            return wordsLike(texts(schema, "enum")).orElse("String");
        } else if ("date-time".equals(schema.get("format"))) {
            return "Instant";
        } else if ("duration".equals(schema.get("format"))) {
            return "Duration";
        }
        return schema.get("pattern") instanceof String pattern && pattern.contains(DECIMAL) ? "BigDecimal" : "String";
    }

    /** The named words that all of these are among, or else those that are all among these. */
    private Optional<String> wordsLike(Collection<String> values) {
        var named = schemas.keySet().stream().filter(name -> at(schemas, name).containsKey("enum")).toList();
        var wider = named.stream().filter(name -> texts(at(schemas, name), "enum").containsAll(values)).min(Comparator.comparingInt(this::size));
        return wider
                .or(() -> named.stream().filter(name -> values.containsAll(texts(at(schemas, name), "enum")))
                        .max(Comparator.comparingInt(this::size)));
    }

    private int size(String words) {
        return texts(at(schemas, words), "enum").size();
    }

    private boolean isPage(Map<String, Object> schema) {
        return at(schema, "properties").containsKey(NEXT);
    }

    private Optional<String> pageItem(Map<String, Object> answer) {
        var schema = answer.get("$ref") instanceof String reference ? at(schemas, reference.replaceFirst(".*/", "")) : answer;
        return isPage(schema) ? Optional.of(type("", at(schema, "properties", "data", "items"))) : Optional.empty();
    }

    private void model(String name, String description, String declaration) {
        source("model", name, description, declaration);
    }

    private void source(String place, String name, String description, String declaration) {
        var imports = new TreeSet<String>();
        TYPE_NAME.matcher(declaration).results().forEach(found -> {
            var type = found.group();
            if (IMPORTED.containsKey(type)) {
                imports.add(IMPORTED.get(type));
            } else if (place.equals("api") && (schemas.containsKey(type) || sources.containsKey("model/" + type + ".java"))) {
                imports.add("dev.corridor.client.model." + type);
            }
        });
        var imported = imports.stream().map("import %s;\n"::formatted).collect(Collectors.joining("", "", imports.isEmpty() ? "" : "\n"));
        var text = "package dev.corridor.client.%s;\n\n%s%s%s".formatted(place, imported, comment("", description), declaration);
        sources.put(place + "/" + name + ".java", text);
    }

    private static String documented(String description, List<Member> members) {
        var parameters = members.stream()
                .filter(member -> !member.description().isEmpty())
                .map(member -> "@param " + member.identifier() + " " + member.description())
                .collect(Collectors.joining("\n"));
        return Stream.of(description, parameters).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private static String comment(String indent, String text) {
        if (text.isEmpty()) {
            return "";
        }
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("*/", "*&#47;");
        var plain = CODE_SPAN.matcher(escaped).replaceAll("{@code $1}");
        if (plain.length() + indent.length() + "/** */".length() < WIDTH && plain.indexOf('\n') < 0) {
            return indent + "/** " + plain + " */\n";
        }
        return plain.lines().flatMap(line -> wrapped(line, WIDTH - indent.length() - 3)).map(line -> (indent + " * " + line).stripTrailing() + "\n")
                .collect(Collectors.joining("", indent + "/**\n", indent + " */\n"));
    }

    private static Stream<String> wrapped(String line, int width) {
        int end = line.length() <= width ? -1 : line.lastIndexOf(' ', width);
        return end < 0 ? Stream.of(line) : Stream.concat(Stream.of(line.substring(0, end)), wrapped(line.substring(end + 1), width));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : capitalized(text) + (text.endsWith(".") ? "" : ".");
    }

    private static String description(Map<String, Object> schema) {
        return ((String) schema.getOrDefault("description", "")).strip().replace('\n', ' ');
    }

    private static String boxed(String type) {
        return BOXES.getOrDefault(type, type);
    }

    private static String capitalized(String word) {
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

package dev.corridor.service.api;

import static dev.corridor.service.api.ClientModel.capitalized;

import dev.corridor.service.api.ClientModel.ListOf;
import dev.corridor.service.api.ClientModel.MapOf;
import dev.corridor.service.api.ClientModel.Member;
import dev.corridor.service.api.ClientModel.Named;
import dev.corridor.service.api.ClientModel.ObjectType;
import dev.corridor.service.api.ClientModel.Operation;
import dev.corridor.service.api.ClientModel.Scalar;
import dev.corridor.service.api.ClientModel.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what of the Java client follows from the OpenAPI document: its models, and the operations of each tag. */
final class JavaClient {

    private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z]\\w*");
    private static final int WIDTH = 150;

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

    private final ClientModel document;
    private final Map<String, String> unions = new HashMap<>();
    private final SortedMap<String, String> sources = new TreeMap<>();

    private JavaClient(ClientModel document) {
        this.document = document;
        document.unions().forEach(union -> union.alternatives().forEach(one -> unions.put(type(one), union.name())));
    }

    /** The text of each file, by its path in the client's package. */
    static SortedMap<String, String> sources(ClientModel document) {
        var client = new JavaClient(document);
        client.writeModels();
        client.writeOperations();
        return client.sources;
    }

    private void writeModels() {
        document.words().forEach(words -> model(words.name(), words.description(), words(words.name(), words.values())));
        document.unions().forEach(union -> model(
                union.name(),
                "",
                "public sealed interface %s permits\n        %s {}\n"
                        .formatted(union.name(), union.alternatives().stream().map(JavaClient::type).collect(Collectors.joining(",\n        ")))));
        document.requests().forEach(request -> model(request.name(), request.description(), builder(request.name(), request.members())));
        document.answers().forEach(answer -> model(answer.name(), documented(answer.description(), answer.members()), object(answer)));
        var details = document.details().values().stream().map(JavaClient::details).collect(Collectors.joining());
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

    private String object(ObjectType type) {
        boolean isConfidential = type.members().stream().anyMatch(Member::isConfidential);
        return header("public record " + type.name(), type.members(), unions.getOrDefault(type.name(), ""))
                + (isConfidential ? masked(type.name()) : "}\n");
    }

    private static String header(String beginning, List<Member> members, String union) {
        var components = members.stream().map(JavaClient::declaration).toList();
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
                .append(comment("    ", ClientModel.sentence(member.description())))
                .append("    public %s %s(%s) {\n".formatted(name, identifier(member), argument(member)))
                .append("        return with(\"%s\", %s);\n    }\n".formatted(member.name(), identifier(member))));
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
                required.stream().map(JavaClient::argument).collect(Collectors.joining(", ")),
                required.stream().map(member -> "\n                .with(\"%s\", %s)".formatted(member.name(), identifier(member)))
                        .collect(Collectors.joining()),
                methods);
    }

    private static String details(ObjectType facts) {
        var record = header("record " + facts.name(), facts.members(), "ErrorDetails") + "}";
        return "\n" + comment("    ", documented(facts.description(), facts.members())) + record.indent(4);
    }

    private void writeOperations() {
        var classes = new TreeMap<String, StringBuilder>();
        document.operations().forEach(
                operation -> classes.computeIfAbsent(operation.group(), name -> new StringBuilder()).append(operation(operation)));
        classes.forEach(
                (name, methods) -> source("api", name, "", "public final class %1$s {\n\n    private %1$s() {}\n%2$s}\n".formatted(name, methods)));
    }

    private String operation(Operation operation) {
        var arguments = new ArrayList<>(operation.variables());
        var variables = arguments.stream().map(JavaClient::identifier).collect(Collectors.joining(", "));
        var target = variables.isEmpty() ? "\"" + operation.path() + "\"" : "Target.path(\"" + operation.path() + "\", " + variables + ")";
        var type = type(operation.answer());
        var call = new StringBuilder(operation.isList()
                ? "Listing.of(%s, %s.class)".formatted(target, type)
                : "Request.%s(\"%s\", %s, %s.class)".formatted(operation.isNamed() ? "once" : "of", operation.method(), target, type));
        operation.demanded().forEach(one -> {
            arguments.add(one);
            call.append(".query(\"%s\", %s)".formatted(one.name(), identifier(one)));
        });
        var summary = comment("    ", operation.summary());
        var result = (operation.isList() ? "Listing<" : "Request<") + type + ">";
        var plain = method(summary, result, operation.id(), arguments, call.toString());
        if (operation.body().isPresent()) {
            arguments.add(new Member("body", operation.body().get().type(), false, ""));
            var full = method(summary, result, operation.id(), arguments, call + ".body(body)");
            return operation.body().get().isRequired() ? full : plain + full;
        } else if (operation.filters().isEmpty()) {
            return plain;
        }
        var query = capitalized(operation.id()) + "Query";
        model(query, "Filters of {@code %s}.".formatted(operation.id()), builder(query, operation.filters()));
        arguments.add(new Member("query", new Named(query), false, ""));
        return plain + method(summary, result, operation.id(), arguments, call + ".query(query)");
    }

    private static String method(String summary, String result, String name, List<Member> arguments, String call) {
        var parameters = arguments.stream().map(JavaClient::argument).collect(Collectors.joining(", "));
        return "\n%s    public static %s %s(%s) {\n        return %s;\n    }\n".formatted(summary, result, name, parameters, call);
    }

    private static String identifier(Member member) {
        var words = member.name().split("_", -1);
        return words[0] + Stream.of(words).skip(1).map(ClientModel::capitalized).collect(Collectors.joining());
    }

    private static String declaration(Member member) {
        var identifier = identifier(member);
        var wireName = identifier.equals(member.name()) ? "" : "@Named(\"" + member.name() + "\") ";
        var type = type(member.type());
        return wireName + (member.isOptional() ? "Optional<" + boxed(type) + ">" : type) + " " + identifier;
    }

    private static String argument(Member member) {
        return type(member.type()) + " " + identifier(member);
    }

    private static String type(ValueType type) {
        return switch (type) {
            case Named named -> named.name();
            case ListOf list -> "List<" + boxed(type(list.item())) + ">";
            case MapOf map -> "Map<String, " + boxed(type(map.value())) + ">";
            case Scalar scalar -> switch (scalar) {
                case TEXT -> "String";
                case DECIMAL -> "BigDecimal";
                case INSTANT -> "Instant";
                case DURATION -> "Duration";
                case INT -> "int";
                case LONG -> "long";
                case BOOLEAN -> "boolean";
                case ANYTHING -> "Object";
            };
        };
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
            } else if (place.equals("api") && sources.containsKey("model/" + type + ".java")) {
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
                .map(member -> "@param " + identifier(member) + " " + member.description())
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
        return plain.lines().flatMap(line -> ClientModel.wrapped(line, WIDTH - indent.length() - 3))
                .map(line -> (indent + " * " + line).stripTrailing() + "\n")
                .collect(Collectors.joining("", indent + "/**\n", indent + " */\n"));
    }

    private static String boxed(String type) {
        return BOXES.getOrDefault(type, type);
    }
}

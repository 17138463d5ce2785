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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what of the Python client follows from the OpenAPI document: its models, the details of errors, and the operations of each tag. */
final class PythonClient {

    private static final Set<String> KEYWORDS = Set.of("from", "import", "is", "in", "not", "class", "def", "global", "pass");
    private static final int WIDTH = 150;
    private static final String WRITTEN = "Written from the OpenAPI document of the service.";

    private static final SortedMap<String, String> STANDARD = new TreeMap<>(Map.of(
            "collections.abc", "Iterator Mapping Sequence",
            "dataclasses", "dataclass field",
            "datetime", "datetime timedelta",
            "decimal", "Decimal",
            "typing", "Any Literal"));

    /** What is a class or a name of words, and so is imported where it is used. */
    private final Set<String> models = new TreeSet<>();

    private final ClientModel document;

    private PythonClient(ClientModel document) {
        this.document = document;
        models.add("Amount");
        document.words().forEach(words -> models.add(words.name()));
        Stream.concat(document.requests().stream(), document.answers().stream()).forEach(type -> models.add(type.name()));
        document.unions().forEach(union -> models.add(union.name()));
    }

    /** The text of each file, by its name in the client's package. */
    static SortedMap<String, String> sources(ClientModel document) {
        var client = new PythonClient(document);
        return new TreeMap<>(
                Map.of("models.py", client.models(), "details.py", client.details(), "operations.py", client.operations()));
    }

    private String models() {
        var text = new StringBuilder("""
                Amount = Decimal | str
                ""\"In major units: Decimal("10.00") or "10.00", and never a float.""\"

                """);
        document.words().forEach(words -> text.append(words.name()).append(" = Literal[\n")
                .append(words.values().stream().map("    \"%s\",\n"::formatted).collect(Collectors.joining()))
                .append("]\n")
                .append(docstring("", words.description()))
                .append('\n'));
        document.requests().stream().filter(this::isPartOfAnother).forEach(request -> text.append(object(request, true)));
        document.answers().forEach(answer -> text.append(object(answer, false)));
        document.unions().forEach(union -> text.append("\n%s = %s\n".formatted(
                union.name(),
                union.alternatives().stream().map(type -> type(type, false)).collect(Collectors.joining(" | ")))));
        return module("What is sent and answered, by its name in the API.", text.toString()) + "\n" + text;
    }

    /** The members of any other request are arguments. */
    private boolean isPartOfAnother(ObjectType request) {
        return document.requests().stream().flatMap(other -> other.members().stream())
                .anyMatch(member -> member.type().equals(new Named(request.name())));
    }

    private String details() {
        var objects = document.details().values().stream().map(facts -> object(facts, false)).collect(Collectors.joining());
        var text = new StringBuilder(module("The facts about a failure. Each type has the name of its code.", objects));
        text.append('\n').append(imports(objects)).append(objects)
                .append("\n\nErrorDetails = (\n    ")
                .append(document.details().values().stream().map(ObjectType::name).collect(Collectors.joining("\n    | ")))
                .append("\n)\n\nOF_CODE: dict[str, type[ErrorDetails]] = {\n");
        document.details().forEach((code, facts) -> text.append("    \"%s\": %s,\n".formatted(code, facts.name())));
        return text.append("}\n").toString();
    }

    private String operations() {
        var groups = new TreeMap<String, List<Operation>>();
        document.operations().forEach(operation -> groups.computeIfAbsent(operation.group(), name -> new ArrayList<>()).add(operation));
        var classes = groups.entrySet().stream().map(group -> group(group.getKey(), group.getValue())).collect(Collectors.joining());
        var members = groups.keySet().stream().map(name -> "        self.%s = %s(sender)\n".formatted(snake(name), name))
                .collect(Collectors.joining());
        return module("The operations of the API, in a class per tag.", classes)
                + "\nfrom corridor._sender import Call, Sender, new_key, path_of\n" + imports(classes) + classes + """


                        class Operations:
                            ""\"All of them.""\"

                            def __init__(self, sender: Sender) -> None:
                        """ + members;
    }

    /** The head of a file, with what the text needs of the standard library. */
    private static String module(String description, String text) {
        var head = new StringBuilder("\"\"\"%s %s\"\"\"\n\nfrom __future__ import annotations\n\n".formatted(description, WRITTEN));
        STANDARD.forEach((module, names) -> {
            var used = Stream.of(names.split(" ")).filter(name -> uses(text, name)).collect(Collectors.joining(", "));
            if (!used.isEmpty()) {
                head.append("from %s import %s\n".formatted(module, used));
            }
        });
        return head.toString();
    }

    private String imports(String text) {
        var used = models.stream().filter(name -> uses(text, name)).map("    %s,\n"::formatted).collect(Collectors.joining());
        return "from corridor.models import (\n" + used + ")\n";
    }

    private static boolean uses(String text, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(text).find();
    }

    private static String object(ObjectType type, boolean isSent) {
        var text = new StringBuilder("\n\n@dataclass(frozen=True, slots=True, kw_only=True)\nclass ").append(type.name()).append(":\n");
        var body = new StringBuilder(docstring("    ", type.description()));
        if (!body.isEmpty() && !type.members().isEmpty()) {
            body.append('\n');
        }
        type.members().forEach(member -> body.append(field(member, isSent)).append(docstring("    ", ClientModel.sentence(member.description()))));
        return text.append(body.isEmpty() ? "    pass\n" : body).toString();
    }

    private static String field(Member member, boolean isSent) {
        var options = new ArrayList<String>();
        if (member.isOptional()) {
            options.add("default=None");
        }
        if (member.isConfidential()) {
            options.add("repr=False");
        }
        if (!camel(identifier(member)).equals(member.name())) {
            options.add("metadata={\"wire\": \"" + member.name() + "\"}");
        }
        var plain = member.isOptional() ? " = None" : "";
        boolean isPlain = options.size() == (member.isOptional() ? 1 : 0);
        var value = isPlain ? plain : " = field(" + String.join(", ", options) + ")";
        return "    %s: %s%s\n".formatted(identifier(member), annotation(member, isSent), value);
    }

    private static String annotation(Member member, boolean isSent) {
        return type(member.type(), isSent) + (member.isOptional() ? " | None" : "");
    }

    private String group(String name, List<Operation> operations) {
        return "\n\nclass %s:\n    def __init__(self, sender: Sender) -> None:\n        self._sender = sender\n".formatted(name)
                + operations.stream().map(this::operation).collect(Collectors.joining());
    }

    private String operation(Operation operation) {
        var body = operation.body().map(one -> membersOf((Named) one.type())).orElse(List.of());
        var options = Stream.of(operation.demanded(), body, operation.filters())
                .flatMap(Collection::stream)
                .sorted((one, other) -> Boolean.compare(one.isOptional(), other.isOptional()))
                .toList();
        var parameters = new ArrayList<String>();
        parameters.add("self");
        operation.variables().forEach(variable -> parameters.add(identifier(variable) + ": " + type(variable.type(), true)));
        parameters.add("*");
        options.forEach(option -> parameters.add(identifier(option) + ": " + annotation(option, true) + (option.isOptional() ? " = None" : "")));
        if (operation.isList()) {
            parameters.add("page_size: int | None = None");
        }
        if (operation.isNamed()) {
            parameters.add("idempotency_key: str | None = None");
        }
        parameters.add("headers: Mapping[str, str] | None = None");

        var answer = type(operation.answer(), false);
        var result = operation.isList() ? "Iterator[" + answer + "]" : answer;
        return "\n    def %s(\n%s    ) -> %s:\n%s%s".formatted(
                snake(operation.id()),
                parameters.stream().map("        %s,\n"::formatted).collect(Collectors.joining()),
                result,
                docstring("        ", operation.summary()),
                call(operation, body, answer));
    }

    private static String call(Operation operation, List<Member> body, String answer) {
        var text = new StringBuilder();
        var query = new ArrayList<>(Stream.concat(operation.demanded().stream(), operation.filters().stream()).map(PythonClient::entry).toList());
        if (operation.isList()) {
            query.add("\"limit\": page_size");
        }
        var path = operation.path().replaceAll("\\{\\w+}", "{}");
        var variables = operation.variables().stream().map(PythonClient::identifier).collect(Collectors.joining(", "));
        var arguments = new ArrayList<String>();
        arguments.add("method=\"" + operation.method() + "\"");
        arguments.add("path=" + (variables.isEmpty() ? "\"" + path + "\"" : "path_of(\"" + path + "\", " + variables + ")"));
        if (!query.isEmpty()) {
            arguments.add("query={" + String.join(", ", query) + "}");
        }
        if (operation.body().isPresent()) {
            arguments.add("body={" + body.stream().map(PythonClient::entry).collect(Collectors.joining(", ")) + "}");
        }
        if (operation.isNamed()) {
            arguments.add("idempotency_key=idempotency_key or new_key()");
        }
        arguments.add("headers=headers");
        text.append("        call = Call(\n");
        arguments.forEach(argument -> text.append("            ").append(argument).append(",\n"));
        return text.append("        )\n        return self._sender.%s(%s, call)\n".formatted(operation.isList() ? "list" : "send", answer))
                .toString();
    }

    private static String entry(Member member) {
        return "\"" + member.name() + "\": " + identifier(member);
    }

    private List<Member> membersOf(Named request) {
        return document.requests().stream().filter(one -> one.name().equals(request.name())).findFirst().orElseThrow().members();
    }

    private static String type(ValueType type, boolean isSent) {
        return switch (type) {
            case Named named -> named.name();
            case ListOf list -> (isSent ? "Sequence[" : "list[") + type(list.item(), isSent) + "]";
            case MapOf map -> (isSent ? "Mapping" : "dict") + "[str, " + type(map.value(), isSent) + "]";
            case Scalar scalar -> switch (scalar) {
                case TEXT -> "str";
                case DECIMAL -> isSent ? "Amount" : "Decimal";
                case INSTANT -> "datetime";
                case DURATION -> "timedelta";
                case INT, LONG -> "int";
                case BOOLEAN -> "bool";
                case ANYTHING -> "Any";
            };
        };
    }

    private static String identifier(Member member) {
        var name = snake(member.name());
        return KEYWORDS.contains(name) ? name + "_" : name;
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** As the client spells a name if nothing else is said. */
    private static String camel(String name) {
        var words = name.split("_", -1);
        return words[0] + Stream.of(words).skip(1).map(word -> word.isEmpty() ? "" : capitalized(word)).collect(Collectors.joining());
    }

    private static String docstring(String indent, String text) {
        var plain = text.replace("`", "``").replace("\\", "\\\\");
        if (plain.isEmpty()) {
            return "";
        } else if (plain.length() + indent.length() + 6 <= WIDTH) {
            return indent + "\"\"\"" + plain + "\"\"\"\n";
        }
        return ClientModel.wrapped(plain, WIDTH - indent.length())
                .map(line -> indent + line + "\n")
                .collect(Collectors.joining("", indent + "\"\"\"\n", indent + "\"\"\"\n"));
    }
}

package dev.corridor.service.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a newer OpenAPI document breaks a client that was written for an older one. Requests must go on being accepted: nothing that they may have
 * becomes narrower, and nothing new is demanded. Answers must go on being understood: nothing that they have becomes wider or is left out. Closed sets
 * count in both directions, since typed clients fail on a value that they do not know. Failures are not compared: clients must expect further codes.
 */
final class Compatibility {

    private enum Direction {
        REQUEST,
        ANSWER
    }

    /** Clients must expect further ones. */
    private static final Set<String> OPEN_SETS = Set.of("ErrorCode", "SandboxTrigger");

    private static final Map<String, String> NULL = Map.of("type", "null");

    private final Map<String, Object> older;
    private final Map<String, Object> newer;
    private final Set<String> breaks = new TreeSet<>();
    private final Set<String> compared = new HashSet<>();

    private Compatibility(Map<String, Object> older, Map<String, Object> newer) {
        this.older = older;
        this.newer = newer;
    }

    /** One line for each break, sorted. */
    static List<String> breaks(Map<String, Object> older, Map<String, Object> newer) {
        var comparison = new Compatibility(older, newer);
        comparison.compareOperations();
        return List.copyOf(comparison.breaks);
    }

    private void compareOperations() {
        at(older, "paths").forEach((path, methods) -> at(methods).forEach((method, operation) -> {
            var now = at(at(at(newer, "paths"), path), method);
            var name = method.toUpperCase(Locale.ROOT) + " " + path;
            if (now.isEmpty()) {
                breaks.add(name + " is gone");
            } else {
                compare(name, at(operation), now);
            }
        }));
    }

    private void compare(String name, Map<String, Object> before, Map<String, Object> now) {
        for (var fact : List.of("operationId", "x-permission", "x-tier", "security")) {
            if (!same(before.get(fact), now.get(fact))) {
                breaks.add("%s: %s was %s and is %s".formatted(name, fact, before.get(fact), now.get(fact)));
            }
        }
        compareParameters(name, before, now);
        compareContents(name + " request", at(before, "requestBody"), at(now, "requestBody"), Direction.REQUEST);
        if (!isRequired(at(before, "requestBody")) && isRequired(at(now, "requestBody"))) {
            breaks.add(name + " demands a body");
        }
        at(before, "responses").forEach((status, answer) -> {
            if (Integer.parseInt(status) < 300) {
                compareAnswer(name + " " + status, at(answer), at(at(now, "responses"), status));
            }
        });
    }

    private void compareAnswer(String name, Map<String, Object> before, Map<String, Object> now) {
        compareContents(name, before, now, Direction.ANSWER);
        gone(at(before, "headers").keySet(), at(now, "headers").keySet()).forEach(header -> breaks.add(name + " has no header " + header));
    }

    private void compareParameters(String name, Map<String, Object> before, Map<String, Object> now) {
        var parametersBefore = parameters(older, before);
        var parametersNow = parameters(newer, now);
        gone(parametersBefore.keySet(), parametersNow.keySet()).forEach(gone -> breaks.add(name + " refuses the parameter " + gone));
        parametersNow.forEach((parameter, description) -> {
            var known = parametersBefore.get(parameter);
            if (isRequired(description) && (known == null || !isRequired(known))) {
                breaks.add(name + " demands the parameter " + parameter);
            }
            if (known != null) {
                compareSchemas(name + " parameter " + parameter, known.get("schema"), description.get("schema"), Direction.REQUEST);
            }
        });
    }

    private static boolean isRequired(Map<String, Object> described) {
        return Boolean.TRUE.equals(described.get("required"));
    }

    private static Map<String, Map<String, Object>> parameters(Map<String, Object> document, Map<String, Object> operation) {
        return list(operation.get("parameters")).stream()
                .map(parameter -> resolve(document, parameter))
                .collect(Collectors.toMap(parameter -> parameter.get("in") + " " + parameter.get("name"), parameter -> parameter));
    }

    private void compareContents(String name, Map<String, Object> before, Map<String, Object> now, Direction direction) {
        at(before, "content").forEach((mediaType, content) -> {
            var contentNow = at(at(now, "content"), mediaType);
            if (contentNow.isEmpty()) {
                breaks.add(name + " has no " + mediaType);
            } else {
                compareSchemas(name, at(content).get("schema"), contentNow.get("schema"), direction);
            }
        });
    }

    private void compareSchemas(String name, Object before, Object now, Direction direction) {
        var side = sideOf(direction);
        if (direction == Direction.REQUEST && isNullable(before) && !isNullable(now)) {
            breaks.add(name + " must not be null in " + side);
        } else if (direction == Direction.ANSWER && !isNullable(before) && isNullable(now)) {
            breaks.add(name + " can be null in " + side);
        }
        var valueBefore = withoutNull(before);
        var valueNow = withoutNull(now);
        if (!(valueBefore.get("$ref") instanceof String reference)) {
            compareValues(name, valueBefore, resolve(newer, valueNow), direction);
        } else if (compared.add(direction + " " + reference + " " + valueNow.get("$ref"))) {
            var component = reference.substring(reference.lastIndexOf('/') + 1);
            compareValues(component, resolve(older, valueBefore), resolve(newer, valueNow), direction);
        }
    }

    private static String sideOf(Direction direction) {
        return direction == Direction.REQUEST ? "a request" : "an answer";
    }

    private static boolean isNullable(Object schema) {
        return list(at(schema).get("anyOf")).contains(NULL);
    }

    /** The schema of the values that are not null. */
    private static Map<String, Object> withoutNull(Object schema) {
        var variants = variants(at(schema));
        return variants.size() == 1 ? at(variants.getFirst()) : at(schema);
    }

    private static List<Object> variants(Map<String, Object> schema) {
        return list(schema.get("anyOf")).stream().<Object>map(variant -> variant).filter(variant -> !variant.equals(NULL)).toList();
    }

    /** Both are resolved. */
    private void compareValues(String name, Map<String, Object> before, Map<String, Object> now, Direction direction) {
        var side = sideOf(direction);
        for (var keyword : List.of("type", "format", "pattern", "const")) {
            var was = before.get(keyword);
            var is = now.get(keyword);
            boolean isLooser = is == null && direction == Direction.REQUEST && !keyword.equals("type");
            if (!same(was, is) && !isLooser) {
                breaks.add("%s: the %s of %s was %s and is %s".formatted(name, keyword, side, was, is));
            }
        }
        compareEnums(name, before.get("enum"), now.get("enum"), direction);
        if (direction == Direction.REQUEST) {
            compareLimits(name, before, now);
        }
        compareMembers(name, before, now, direction);
        compareVariants(name, variants(before), variants(now), direction);
        for (var part : List.of("items", "additionalProperties")) {
            if (before.get(part) instanceof Map<?, ?> inner && now.get(part) instanceof Map<?, ?> innerNow) {
                compareSchemas(name + "[]", inner, innerNow, direction);
            }
        }
    }

    private void compareEnums(String name, Object before, Object now, Direction direction) {
        if (before == null && now == null) {
            return;
        }
        var was = before == null ? Set.of() : new TreeSet<>(list(before));
        var is = now == null ? Set.of() : new TreeSet<>(list(now));
        if (direction == Direction.REQUEST) {
            if (before == null) {
                breaks.add(name + " is a closed set in a request");
            } else if (now != null) {
                gone(was, is).forEach(value -> breaks.add(name + " must not be " + value + " in a request"));
            }
        } else if (now == null) {
            breaks.add(name + " is an open set in an answer");
        } else if (!OPEN_SETS.contains(name)) {
            gone(is, was).forEach(value -> breaks.add(name + " can be " + value + " in an answer"));
        }
    }

    private void compareLimits(String name, Map<String, Object> before, Map<String, Object> now) {
        for (var limit : List.of("maxLength", "maxItems", "maxProperties", "maximum", "minLength", "minItems", "minimum")) {
            boolean isUpper = limit.startsWith("max");
            var was = before.get(limit) instanceof Number number ? number.doubleValue() : isUpper ? Double.MAX_VALUE : -Double.MAX_VALUE;
            var is = now.get(limit) instanceof Number number ? number.doubleValue() : isUpper ? Double.MAX_VALUE : -Double.MAX_VALUE;
            if (isUpper ? is < was : is > was) {
                breaks.add("%s: %s was %s and is %s".formatted(name, limit, before.get(limit), now.get(limit)));
            }
        }
    }

    private void compareMembers(String name, Map<String, Object> before, Map<String, Object> now, Direction direction) {
        var membersBefore = at(before, "properties");
        var membersNow = at(now, "properties");
        gone(membersBefore.keySet(), membersNow.keySet()).forEach(member -> breaks.add(name + " has no member " + member));
        if (direction == Direction.REQUEST) {
            gone(list(now.get("required")), list(before.get("required"))).forEach(member -> breaks.add(name + " demands the member " + member));
        } else {
            gone(list(before.get("required")), list(now.get("required"))).stream()
                    .filter(membersNow::containsKey)
                    .forEach(member -> breaks.add(name + " may leave out the member " + member));
        }
        membersBefore.forEach((member, schema) -> {
            if (membersNow.containsKey(member)) {
                compareSchemas(name + "." + member, schema, membersNow.get(member), direction);
            }
        });
    }

    private void compareVariants(String name, List<Object> before, List<Object> now, Direction direction) {
        var changed = direction == Direction.REQUEST ? gone(before, now) : gone(now, before);
        changed.forEach(variant -> breaks.add(name + ": " + at(variant).get("$ref") + (direction == Direction.REQUEST ? " is gone" : " is new")));
        before.stream().filter(now::contains).forEach(variant -> compareSchemas(name, variant, variant, direction));
    }

    private static List<Object> gone(Collection<?> before, Collection<?> now) {
        return before.stream().<Object>map(value -> value).filter(value -> !now.contains(value)).toList();
    }

    private static boolean same(Object one, Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private static Map<String, Object> resolve(Map<String, Object> document, Object node) {
        if (!(at(node).get("$ref") instanceof String reference)) {
            return at(node);
        }
        return Stream.of(reference.substring("#/".length()).split("/")).reduce(document, Compatibility::at, (one, other) -> other);
    }

    private static List<?> list(Object node) {
        return node instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> at(Object node, String name) {
        return at(at(node).get(name));
    }

    /** YAML consists of maps; a missing one is empty. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }
}

package dev.corridor.service.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** The errors that OpenAPI declares for each operation. */
record ApiDescription(List<Operation> operations, AnswerSchemas schemas) {

    /** The edge's errors for unknown routes. */
    private static final Map<Integer, Set<String>> NO_SUCH_ROUTE = Map.of(
            400, Set.of("invalid_request"),
            401, Set.of("missing_api_key", "invalid_api_key", "authentication_failed"),
            403, Set.of("authorization_required"),
            404, Set.of("not_found"));

    /**
     * @param path with parameter names in braces
     * @param isPublic whether it needs no key
     */
    record Operation(
            String method, String path, Set<String> queryParameters, boolean hasBody, boolean isPublic, Map<Integer, Set<String>> codes) {

        private boolean serves(String method, String path) {
            return this.method.equals(method) && path.matches(this.path.replaceAll("\\{\\w+}", "[^/]+"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static ApiDescription parse(String yaml) {
        var operations = new ArrayList<Operation>();
        at(new Yaml().load(yaml), "paths")
                .forEach((path, methods) -> at(methods).forEach((method, operation) -> operations.add(operation(method, path, at(operation)))));
        return new ApiDescription(List.copyOf(operations), new AnswerSchemas(yaml));
    }

    private static Operation operation(String method, String path, Map<String, Object> operation) {
        var codes = codes(at(operation, "responses"));
        boolean isPublic = List.of().equals(operation.get("security"));
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, queryParameters(operation), operation.containsKey("requestBody"), isPublic, codes);
    }

    private static Set<String> queryParameters(Map<String, Object> operation) {
        var parameters = (List<?>) operation.getOrDefault("parameters", List.of());
        return parameters.stream()
                .map(ApiDescription::at)
                .filter(parameter -> "query".equals(parameter.get("in")))
                .map(parameter -> (String) parameter.get("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Empty for a status that the operation does not declare. */
    Set<String> codes(String method, String path, int status) {
        return operations.stream()
                .filter(operation -> operation.serves(method, path))
                .findFirst()
                .map(Operation::codes)
                .orElse(NO_SUCH_ROUTE)
                .getOrDefault(status, Set.of());
    }

    private static Map<Integer, Set<String>> codes(Map<String, Object> responses) {
        var codes = new LinkedHashMap<Integer, Set<String>>();
        responses.forEach((status, response) -> {
            if (Integer.parseInt(status) >= 400) {
                var values = (List<?>) at(response, "headers", "Corridor-Code", "schema").get("enum");
                var names = new TreeSet<String>();
                values.forEach(value -> names.add((String) value));
                codes.put(Integer.valueOf(status), names);
            }
        });
        return codes;
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

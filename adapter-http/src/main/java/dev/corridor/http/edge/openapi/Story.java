package dev.corridor.http.edge.openapi;

import java.util.List;
import java.util.Map;

/**
 * The examples: one consistent story, told by the requests and answers of each operation.
 *
 * @param content {@code parameters} by name; under {@code operations}, by the operation's id, its {@code request} and its {@code answer}
 */
record Story(Map<String, Object> content) {

    private static final String JSON = "application/json";
    private static final List<String> SUCCESSES = List.of("200", "201");

    void illustrate(Map<String, Object> operation) {
        var scene = ApiDescription.object(ApiDescription.object(content, "operations"), (String) operation.get("operationId"));
        var parameters = ApiDescription.object(content, "parameters");
        if (operation.get("parameters") instanceof List<?> all) {
            all.forEach(parameter -> put(ApiDescription.map(parameter), parameters));
        }
        if (operation.get("requestBody") instanceof Map<?, ?> body) {
            put(body, scene.get("request"));
        }
        SUCCESSES.forEach(status -> {
            if (ApiDescription.object(operation, "responses").get(status) instanceof Map<?, ?> answer) {
                put(answer, scene.get("answer"));
            }
        });
    }

    /** Of the parameters that are required: a request with all others would not tell much. */
    private static void put(Map<String, Object> parameter, Map<String, Object> examples) {
        var example = examples.get(parameter.get("name"));
        if (example != null && Boolean.TRUE.equals(parameter.get("required"))) {
            parameter.put("example", example);
        }
    }

    private static void put(Map<?, ?> body, Object example) {
        if (example != null && body.get("content") instanceof Map<?, ?> content && content.containsKey(JSON)) {
            ApiDescription.object(content, JSON).put("example", example);
        }
    }
}

package dev.corridor.http.edge.openapi;

import static dev.corridor.http.edge.openapi.ApiDescription.object;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The AsyncAPI 3 document of the WebSockets: {@code asyncapi.yaml}, with the schemas that its messages share with the OpenAPI document. */
final class AsyncDescription {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Object> own;
    private final Map<String, Object> shared;

    private AsyncDescription(Map<String, Object> own, Map<String, Object> shared) {
        this.own = own;
        this.shared = shared;
    }

    /** @param openApi the complete OpenAPI document */
    static String complete(InputStream messages, InputStream openApi) {
        var document = ApiDescription.load(messages);
        var description = new AsyncDescription(schemasOf(document), schemasOf(ApiDescription.load(openApi)));
        description.addWhatIsReferredTo(document);
        return ApiDescription.toYaml(document);
    }

    private static Map<String, Object> schemasOf(Map<String, Object> document) {
        return object(object(document, "components"), "schemas");
    }

    private void addWhatIsReferredTo(Object node) {
        if (node instanceof List<?> list) {
            list.forEach(this::addWhatIsReferredTo);
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference && reference.startsWith(SCHEMAS)) {
                add(reference.substring(SCHEMAS.length()));
            }
            // A copy: the schemas that are added are in one of the maps.
            new ArrayList<>(map.values()).forEach(this::addWhatIsReferredTo);
        }
    }

    private void add(String name) {
        if (!own.containsKey(name)) {
            own.put(name, shared.get(name));
            addWhatIsReferredTo(shared.get(name));
        }
    }
}

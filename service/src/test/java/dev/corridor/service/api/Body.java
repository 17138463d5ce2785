package dev.corridor.service.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** An immutable JSON object for requests. */
record Body(ObjectNode members) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Body of(String... namesAndTexts) {
        var members = JSON.createObjectNode();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return new Body(members);
    }

    Body with(String name, String text) {
        return new Body(members.deepCopy().put(name, text));
    }

    /** Adds or replaces the members of a JSON object. */
    Body with(String json) {
        try {
            return new Body(members.deepCopy().setAll((ObjectNode) JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return members.toString();
    }
}

package dev.corridor.http.edge.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of a JSON text that is one object: strings, booleans, lists, maps and {@code null}. No request has a number in it, so a
 * number is only its token. A name that comes twice is an error: which of the two is meant would be a guess, and guesses move money.
 */
final class JsonObject {

    private static final int MAX_DEPTH = 16;

    /** With a sign perhaps. */
    private static final int MAX_DIGITS = 18;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    // Only short numbers are read, so the length of others costs nothing; the body as a whole is bounded.
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonObject() {}

    /** @throws IOException if the text is empty, malformed, nested too deeply, or no object */
    static Map<String, Object> parse(InputStream text) throws IOException {
        try (var json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "not an object");
            }
            var members = object(json);
            if (json.nextToken() != null) {
                throw new JsonParseException(json, "more than one value");
            }
            return members;
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<Object> array(JsonParser json) throws IOException {
        var elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_NUMBER_INT -> wholeNumber(json);
            case JsonToken number -> number;
        };
    }

    /** What is too long for a {@code long} stays a number that nobody reads. */
    private static Object wholeNumber(JsonParser json) throws IOException {
        return json.getTextLength() <= MAX_DIGITS ? Long.valueOf(json.getText()) : JsonToken.VALUE_NUMBER_INT;
    }
}

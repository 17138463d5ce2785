package dev.corridor.http.edge.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.corridor.domain.idempotency.Fingerprint.Literal;
import dev.corridor.http.edge.wire.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of a JSON text that is one object: strings, booleans, lists, maps, whole numbers and {@code null}. Other numbers have no
 * meaning in any request, and stay {@link Literal}s. A name that comes twice is an error: which of the two is meant would be a guess, and guesses move money.
 */
final class JsonObject {

    private static final int MAX_DEPTH = 16;

    /** With a sign perhaps. */
    private static final int MAX_DIGITS = 18;

    private static final JsonFactory JSON = JsonFactory.builder()
            // What begins like UTF-16 is not taken for it.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    // Only short numbers are read, so the length of others costs nothing; the body as a whole is bounded.
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonObject() {}

    /** @throws MalformedJson if the text is empty, malformed, nested too deeply, names a member twice, or is no object */
    static Map<String, Object> parse(InputStream text) throws MalformedJson {
        try (var json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJson("The body must be a JSON object.");
            }
            var members = object(json);
            if (json.nextToken() != null) {
                throw new MalformedJson("The body must be one JSON object; something follows it at " + place(json) + ".");
            }
            return members;
        } catch (MalformedJson e) {
            throw e;
        } catch (StreamConstraintsException e) {
            throw new MalformedJson("The body must be a JSON object that is nested at most " + MAX_DEPTH + " deep.");
        } catch (IOException e) {
            throw new MalformedJson(breakingAt(e));
        }
    }

    private static String breakingAt(IOException broken) {
        return broken instanceof JsonProcessingException known && known.getLocation() != null
                ? "The body must be a JSON object; it breaks at " + place(known.getLocation()) + "."
                : "The body must be a JSON object in UTF-8.";
    }

    private static String place(JsonParser json) {
        return place(json.currentTokenLocation());
    }

    private static String place(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            requireNew(name, members, json);
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static void requireNew(String name, Map<String, Object> members, JsonParser json) throws MalformedJson {
        if (!PlainText.isPlain(name) && json.getParsingContext().getParent().inRoot()) {
            throw new MalformedJson("The name of a member must not contain control characters; one does at " + place(json) + ".");
        }
        if (members.containsKey(name)) {
            throw new MalformedJson("The body must be a JSON object without repeated names; '" + NearestName.shown(name)
                    + "' is repeated at " + place(json) + ".");
        }
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
            case JsonToken number -> new Literal(json.getText());
        };
    }

    /** What may not fit into a {@code long} stays a literal. */
    private static Object wholeNumber(JsonParser json) throws IOException {
        return json.getTextLength() <= MAX_DIGITS ? Long.valueOf(json.getText()) : new Literal(json.getText());
    }
}

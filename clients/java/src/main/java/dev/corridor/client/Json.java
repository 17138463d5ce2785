package dev.corridor.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.corridor.client.model.Members;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, numbers and booleans. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String write(Map<String, Object> members) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            write(members, json);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Members<?> members) {
            write(members.values(), json);
        } else if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (var member : members.entrySet()) {
                json.writeFieldName(member.getKey().toString());
                write(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            for (var item : items) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else {
            json.writeString(Target.text(value));
        }
    }

    /** @throws UnreadableException if the text is no JSON, or not of this type */
    static <T> T read(Class<T> type, String text) {
        return as(type, parse(text));
    }

    /** A part of JSON as a type. */
    static <T> T as(Class<T> type, Object json) {
        return type.cast(Model.read(type, json));
    }

    private static Object parse(String text) {
        try (var json = FACTORY.createParser(text)) {
            json.nextToken();
            return value(json);
        } catch (IOException e) {
            throw new UnreadableException("no JSON: " + e.getMessage());
        }
    }

    private static Object value(JsonParser json) throws IOException {
        var token = json.currentToken();
        if (token == null) {
            throw new UnreadableException("no JSON: it is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NULL -> null;
            default -> json.getText();
        };
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
        var items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json));
        }
        return items;
    }
}

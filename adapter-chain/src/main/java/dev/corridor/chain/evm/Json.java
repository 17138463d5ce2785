package dev.corridor.chain.evm;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what another program has written, which may lack anything. */
final class Json {

    private Json() {}

    /** @throws JsonParseException if there is no such member */
    static JsonElement member(JsonElement object, String name) {
        var member = object.getAsJsonObject().get(name);
        if (member == null) {
            throw new JsonParseException("no " + name);
        }
        return member;
    }

    static String text(JsonElement object, String name) {
        return member(object, name).getAsString();
    }

    static int number(JsonElement object, String name) {
        return member(object, name).getAsInt();
    }

    static Stream<JsonElement> elements(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
    }
}

package dev.corridor.http.edge.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON objects member by member, in the contract's order. */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_LENGTH = 256;

    private JsonText() {}

    interface Members {

        void write(JsonGenerator json) throws IOException;
    }

    static byte[] object(Members members) {
        var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package dev.corridor.http.edge.idempotency;

import dev.corridor.http.edge.dialect.Answer;
import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stored response in the format of HTTP: a line with the status, one for the media type and for each header, an empty line, and the body.
 * Refusals are stored in the error contract in which they were sent.
 */
record StoredAnswer(Answer answer) {

    private static final String NAME_END = ": ";

    static StoredAnswer of(Answer answer) {
        return new StoredAnswer(answer);
    }

    static String textOfSuccess(String json) {
        return "200\n" + MediaType.APPLICATION_JSON + "\n\n" + json;
    }

    static StoredAnswer parse(String text) {
        int end = text.indexOf("\n\n");
        var head = text.substring(0, end).split("\n");
        var headers = new LinkedHashMap<String, String>();
        for (int line = 2; line < head.length; line++) {
            int colon = head[line].indexOf(NAME_END);
            headers.put(head[line].substring(0, colon), head[line].substring(colon + NAME_END.length()));
        }
        var body = text.substring(end + 2).getBytes(StandardCharsets.UTF_8);
        return new StoredAnswer(new Answer(Integer.parseInt(head[0]), MediaType.of(head[1]), headers, body));
    }

    String toText() {
        var text = new StringBuilder().append(answer.status()).append('\n').append(answer.type()).append('\n');
        answer.headers().forEach((name, value) -> text.append(name).append(NAME_END).append(value).append('\n'));
        return text.append('\n').append(new String(answer.body(), StandardCharsets.UTF_8)).toString();
    }
}

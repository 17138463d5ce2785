package dev.corridor.http.edge.dialect;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;

/** A failure as sent. {@code X-Request-Id} is not among the headers, because every response has it. */
public record Answer(int status, MediaType type, Map<String, String> headers, byte[] body) {

    public MutableHttpResponse<Object> toResponse() {
        // Text is encoded at once, other sequences character by character.
        var response = HttpResponse.status(HttpStatus.valueOf(status)).contentType(type.toString());
        headers.forEach(response::header);
        return response.body(body);
    }
}

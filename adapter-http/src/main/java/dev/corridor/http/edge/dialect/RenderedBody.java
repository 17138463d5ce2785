package dev.corridor.http.edge.dialect;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON of a request's success, where it was rendered before: it is not rendered again. */
public record RenderedBody(String json) {

    private static final String ATTRIBUTE = RenderedBody.class.getName();

    public void keepIn(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<RenderedBody> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RenderedBody.class);
    }

    void putInto(MutableHttpResponse<?> response) {
        response.body(json.getBytes(StandardCharsets.UTF_8)).contentType(MediaType.APPLICATION_JSON);
    }
}

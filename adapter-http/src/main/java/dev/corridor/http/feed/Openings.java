package dev.corridor.http.feed;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;

/** What is kept of the request that has opened a connection, for as long as that is open: how errors are told. The key is not. */
final class Openings {

    private static final String DIALECT_HEADER = "Corridor-Dialect";
    private static final String DIALECT_PARAMETER = "dialect";

    private Openings() {}

    static HttpRequest<?> of(HttpRequest<?> request) {
        MutableHttpRequest<?> kept = HttpRequest.GET(request.getPath());
        request.getParameters().get(DIALECT_PARAMETER, String.class).ifPresent(name -> kept.getParameters().add(DIALECT_PARAMETER, name));
        request.getHeaders().get(DIALECT_HEADER, String.class).ifPresent(name -> kept.header(DIALECT_HEADER, name));
        return kept;
    }
}

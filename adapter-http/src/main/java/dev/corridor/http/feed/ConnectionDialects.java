package dev.corridor.http.feed;

import dev.corridor.http.edge.dialect.DialectChoice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;

/** What is kept of the request that has opened a connection, for as long as that is open: how errors are told. The key is not. */
final class ConnectionDialects {

    private ConnectionDialects() {}

    static HttpRequest<?> of(HttpRequest<?> request) {
        MutableHttpRequest<?> kept = HttpRequest.GET(request.getPath());
        request.getParameters().get(DialectChoice.PARAMETER, String.class).ifPresent(name -> kept.getParameters().add(DialectChoice.PARAMETER, name));
        request.getHeaders().get(DialectChoice.HEADER, String.class).ifPresent(name -> kept.header(DialectChoice.HEADER, name));
        return kept;
    }
}

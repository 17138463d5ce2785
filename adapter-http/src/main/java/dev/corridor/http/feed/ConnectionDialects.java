package dev.corridor.http.feed;

import dev.corridor.http.edge.dialect.DialectChoice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;

/** Keeps the parts of an opening request that select the error contract, without the key. */
final class ConnectionDialects {

    private ConnectionDialects() {}

    static HttpRequest<?> of(HttpRequest<?> request) {
        MutableHttpRequest<?> kept = HttpRequest.GET(request.getPath());
        request.getParameters().get(DialectChoice.PARAMETER, String.class).ifPresent(name -> kept.getParameters().add(DialectChoice.PARAMETER, name));
        request.getHeaders().get(DialectChoice.HEADER, String.class).ifPresent(name -> kept.header(DialectChoice.HEADER, name));
        return kept;
    }
}

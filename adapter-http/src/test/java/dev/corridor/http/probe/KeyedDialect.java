package dev.corridor.http.probe;

import dev.corridor.http.dialect.DialectChoice;
import dev.corridor.http.dialect.DialectName;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Knows of one key that it has laid down a dialect. */
@ServerFilter("/v1/**")
@Order(-1)
final class KeyedDialect {

    @RequestFilter
    void choose(HttpRequest<?> request) {
        var authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.endsWith(ProbeBeans.KEY_THAT_SPEAKS_TICKDB)) {
            DialectChoice.rememberTheKeys(request, DialectName.TICKDB);
        }
    }
}

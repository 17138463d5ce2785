package dev.corridor.http.edge.body;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.Environment;
import dev.corridor.http.edge.route.CallerBinder;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads a {@link JsonRequest}. A body that is not a JSON object is {@code invalid_request}. Otherwise all faults of names, types and values
 * are one {@code validation_error}, in the order of the record's components, or {@code asset_not_supported} if they concern assets only. A
 * field with a wrong type has no further faults, and relations are checked only between fields with correct types.
 *
 * <p>With an idempotency key, faults are kept as a {@link ParsedBody} and reported by the {@code IdempotentRequest}, so that the refusal
 * can be stored.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Consumes(MediaType.APPLICATION_JSON)
final class JsonRequestReader<T> implements MessageBodyReader<T> {

    private final RequestFields fields;

    JsonRequestReader(RequestFields fields) {
        this.fields = fields;
    }

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return JsonRequest.class.isAssignableFrom(type.getType());
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
        requireMediaType(mediaType, headers);
        var members = parse(body);
        var read = fields.read(type.getType(), members, environment());
        var request = currentRequest();
        if (request.getHeaders().contains(ParsedBody.IDEMPOTENCY_KEY) && isJudgedByTheController(request)) {
            new ParsedBody(read.canonicalFields(), read.refusal()).keepIn(request);
        } else {
            ParsedBody.requireNone(read.refusal());
        }
        return read.request();
    }

    private static boolean isJudgedByTheController(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .stream()
                .flatMap(route -> Arrays.stream(((MethodBasedRouteMatch<?, ?>) route).getArguments()))
                .anyMatch(argument -> DeferredValidation.class.isAssignableFrom(argument.getType()));
    }

    private static HttpRequest<?> currentRequest() {
        return ServerRequestContext.currentRequest().orElseThrow(() -> new IllegalStateException("a body is read outside of a request"));
    }

    /** The router refuses other media types, but treats an unparsable header as absent. */
    private static void requireMediaType(MediaType mediaType, Headers headers) {
        if (mediaType == null && headers.contains(HttpHeaders.CONTENT_TYPE)) {
            throw new BusinessException(new InvalidRequest("The content type must be application/json."));
        }
    }

    private static Map<String, Object> parse(InputStream body) {
        try {
            return JsonObject.parse(body);
        } catch (MalformedJson e) {
            throw new BusinessException(new InvalidRequest(e.getMessage()));
        }
    }

    /** Requests without a caller get the strictest. */
    private static Environment environment() {
        return CallerBinder.find(currentRequest()).map(Caller::environment).orElse(Environment.LIVE);
    }
}

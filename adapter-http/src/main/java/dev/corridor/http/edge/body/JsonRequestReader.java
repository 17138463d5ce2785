package dev.corridor.http.edge.body;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.Environment;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.Relations;
import io.micronaut.core.annotation.Nullable;
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
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.engine.HibernateConstraintViolation;

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

    private final Validator validator;
    private final AssetCatalogue assets;
    private final Map<Class<?>, RequestShape<?>> shapes = new ConcurrentHashMap<>();

    JsonRequestReader(Validator validator, AssetCatalogue assets) {
        this.validator = validator;
        this.assets = assets;
    }

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return JsonRequest.class.isAssignableFrom(type.getType());
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
        requireMediaType(mediaType, headers);
        var members = parse(body);
        var shape = shapeOf(type.getType());
        var binding = shape.bind(members);
        var unreadable = fieldsOf(binding.faults().stream());
        var violations = validator.validate(binding.request()).stream()
                .filter(violation -> !unreadable.contains(fieldOf(violation, shape)))
                .toList();
        var found = Stream.concat(binding.faults().stream(), violations.stream().map(violation -> faultOf(violation, shape))).toList();
        var relations = new Relations(assets, environment(), unreadable, fieldsOf(found.stream()));
        ((JsonRequest) binding.request()).relate(relations);
        var faults = Stream.concat(found.stream(), relations.faults().stream())
                .sorted(Comparator.comparingInt((FieldFault fault) -> shape.indexOf(fault.field())).thenComparing(FieldFault::reason))
                .toList();
        var refusal = refusalOf(faults, violations, shape);
        var request = currentRequest();
        if (request.getHeaders().contains(ParsedBody.IDEMPOTENCY_KEY) && isJudgedByTheController(request)) {
            new ParsedBody(shape.canonicalFields(members), refusal).keepIn(request);
        } else {
            ParsedBody.requireNone(refusal);
        }
        return binding.request();
    }

    private static FieldFault faultOf(ConstraintViolation<?> violation, RequestShape<?> shape) {
        return new FieldFault(fieldOf(violation, shape), violation.getMessage());
    }

    /** If only assets are wrong there is a code of its own, which market clients expect. */
    private static Optional<BusinessError> refusalOf(
            List<FieldFault> faults, List<? extends ConstraintViolation<?>> violations, RequestShape<?> shape) {
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        var first = violations.stream().filter(violation -> faultOf(violation, shape).equals(faults.getFirst())).findFirst();
        boolean isAboutAssets = violations.size() == faults.size() && violations.stream().allMatch(violation -> supportedBy(violation) != null);
        if (!isAboutAssets || first.isEmpty()) {
            return Optional.of(new ValidationError(faults));
        }
        var asset = first.orElseThrow();
        return Optional.of(new AssetNotSupported(asset.getInvalidValue().toString(), supportedBy(asset).codes(), faults));
    }

    /** Null if the violation concerns something else. */
    @Nullable
    private static AssetCode.Supported supportedBy(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> known = violation.unwrap(HibernateConstraintViolation.class);
        return known.getDynamicPayload(AssetCode.Supported.class);
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

    /** Each value is the shape of its key's type. */
    @SuppressWarnings("unchecked")
    private RequestShape<T> shapeOf(Class<T> type) {
        return (RequestShape<T>) shapes.computeIfAbsent(type, RequestShape::of);
    }

    private static Set<String> fieldsOf(Stream<FieldFault> faults) {
        return faults.map(FieldFault::field).collect(Collectors.toUnmodifiableSet());
    }

    /** Requests without a caller get the strictest. */
    private static Environment environment() {
        return CallerBinder.find(currentRequest()).map(Caller::environment).orElse(Environment.LIVE);
    }

    private static String fieldOf(ConstraintViolation<?> violation, RequestShape<?> shape) {
        var path = new ArrayList<String>();
        violation.getPropertyPath().forEach(node -> path.add(node.getName()));
        return shape.fieldAt(path);
    }
}

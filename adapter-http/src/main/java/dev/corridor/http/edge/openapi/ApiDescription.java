package dev.corridor.http.edge.openapi;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI 3.1 document. The compiler generates it from the controllers: their operations, parameters and descriptions. This class adds what the
 * program knows better: the frame ({@code frame.yaml}), the {@link Schemas}, the failures of each operation's use case ({@link Performs}), the
 * headers, and the examples of one story ({@code story.yaml}).
 */
@OpenAPIDefinition(info = @Info(title = "Corridor", version = "1"))
final class ApiDescription {

    private static final String BASE_PACKAGE = "dev.corridor.http";
    private static final String LIST = ListResponse.class.getSimpleName() + "_";
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Object> document;
    private final Schemas schemas;
    private final FailureAnswers failures;
    private final Story story;
    private final Map<String, List<Class<?>>> types;

    private ApiDescription(Map<String, Object> document, AssetCatalogue assets, Story story) {
        this.document = document;
        this.schemas = new Schemas(assets, object(object(document, "components"), "schemas"));
        this.failures = new FailureAnswers(schemas);
        this.story = story;
        this.types = types();
    }

    /**
     * Completes the generated document.
     *
     * @param frame what stands around the operations
     * @param story the examples
     */
    static String complete(InputStream generated, InputStream frame, InputStream story, Router router, AssetCatalogue assets) {
        var description = new ApiDescription(load(generated), assets, new Story(load(story)));
        router.uriRoutes().distinct().forEach(description::complete);
        description.putFrame(load(frame));
        return toYaml(description.document);
    }

    /** Every record of a request or a response, by the generator's names. Of several with one name, the generator takes one for the other. */
    private static Map<String, List<Class<?>>> types() {
        var types = new HashMap<String, List<Class<?>>>();
        BeanIntrospector.SHARED.findIntrospections(reference -> reference.getName().startsWith(BASE_PACKAGE)).stream()
                .map(BeanIntrospection::getBeanType)
                .filter(Class::isRecord)
                .forEach(
                        record -> Schemas.generatedNames(record).forEach(name -> types.computeIfAbsent(name, none -> new ArrayList<>()).add(record)));
        return types;
    }

    private void putFrame(Map<String, Object> frame) {
        var own = object(object(frame, "components"), "schemas");
        schemas.components().forEach(own::putIfAbsent);
        var tags = operations().flatMap(operation -> list(operation, "tags").stream()).collect(Collectors.toSet());
        list(frame, "tags").removeIf(tag -> !tags.contains(((Map<?, ?>) tag).get("name")));
        frame.put("openapi", document.get("openapi"));
        frame.put("paths", document.get("paths"));
        document.clear();
        Stream.of("openapi", "info", "servers", "security", "tags", "paths", "webhooks", "components")
                .forEach(part -> document.put(part, frame.get(part)));
    }

    private Stream<Map<String, Object>> operations() {
        return object(document, "paths").values().stream()
                .flatMap(path -> ((Map<?, ?>) path).keySet().stream().map(method -> object((Map<?, ?>) path, method.toString())));
    }

    private void complete(UriRouteInfo<?, ?> route) {
        var path = object(document, "paths").get(route.getUriMatchTemplate().toPathString());
        var method = route.getHttpMethodName().toLowerCase(Locale.ROOT);
        if (path instanceof Map<?, ?> operations && operations.containsKey(method)) {
            complete(object(operations, method), route);
        }
    }

    private void complete(Map<String, Object> operation, UriRouteInfo<?, ?> route) {
        resolve(operation);
        var parameters = parametersOf(route);
        list(operation, "parameters").forEach(parameter -> complete(map(parameter), parameters));
        describe(operation, route);
        addAnswers(operation, route);
        story.illustrate(operation);
    }

    /** Puts our schemas in the place of the generator's. */
    private void resolve(Object node) {
        if (node instanceof List<?> list) {
            list.forEach(this::resolve);
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference && reference.startsWith(SCHEMAS)) {
                map(map).putAll(schemas.of(typeOf(reference.substring(SCHEMAS.length()))));
            }
            map.values().forEach(this::resolve);
        }
    }

    private Argument<?> typeOf(String generatedName) {
        if (generatedName.startsWith(LIST)) {
            return Argument.of(ListResponse.class, typeOf(generatedName.substring(LIST.length(), generatedName.length() - 1)).getType());
        }
        var records = types.getOrDefault(generatedName, List.of());
        if (records.size() != 1) {
            throw new IllegalStateException("one record should be " + generatedName + ", not " + records);
        }
        return Argument.of(records.getFirst());
    }

    /** By name, with those that beans group. */
    private static Map<String, Argument<?>> parametersOf(UriRouteInfo<?, ?> route) {
        return Stream.<Argument<?>>of(route.getTargetMethod().getArguments())
                .flatMap(argument -> argument.isAnnotationPresent(RequestBean.class) ? membersOf(argument) : Stream.of(argument))
                .collect(Collectors.toMap(Argument::getName, argument -> argument, (one, other) -> one));
    }

    private static Stream<Argument<?>> membersOf(Argument<?> bean) {
        return Stream.of(BeanIntrospection.getIntrospection(bean.getType()).getConstructorArguments());
    }

    private void complete(Map<String, Object> parameter, Map<String, Argument<?>> arguments) {
        var argument = arguments.get(parameter.get("name"));
        if (argument != null && argument.isAnnotationPresent(Spells.class)) {
            parameter.put("schema", schemas.value(argument, argument.getAnnotationMetadata()));
            if (argument.getAnnotationMetadata().booleanValue(Spells.class, "separatedByCommas").orElse(false)) {
                parameter.put("schema", Map.of("type", "array", "items", parameter.get("schema"), "minItems", 1));
                parameter.put("style", "form");
                return;
            }
        } else {
            repairType(object(parameter, "schema"));
        }
        parameter.remove("explode");
        if ("deepObject".equals(parameter.get("style"))) {
            parameter.put("schema", Map.of("type", "object", "additionalProperties", Map.of("type", "string")));
        }
    }

    /** Corrects the generator, which types an optional parameter as null or an object too. */
    private static void repairType(Map<String, Object> schema) {
        if (schema.get("type") instanceof List<?> types) {
            var wanted = types.stream().map(Object::toString).filter(type -> !List.of("null", "object").contains(type));
            schema.put("type", wanted.findFirst().orElse("object"));
        }
    }

    /** The generator's summary is the first sentence of its description. */
    private static void describe(Map<String, Object> operation, UriRouteInfo<?, ?> route) {
        var summary = (String) operation.remove("summary");
        var description = (String) operation.remove("description");
        if (summary == null) {
            return;
        }
        var rest = description == null || !description.startsWith(summary) ? "" : description.substring(summary.length()).strip() + " ";
        operation.put("summary", summary.replaceFirst("\\.$", ""));
        operation.put("description", (rest + accessTo(route)).strip());
    }

    private static String accessTo(UriRouteInfo<?, ?> route) {
        if (isForStrangers(route)) {
            return "Needs no key.";
        }
        var tier = tierOf(route).map(lowest -> ", and the tier " + lowest + " or a higher one").orElse("");
        return permissionOf(route).map(permission -> "Needs the permission `" + permission + "`" + tier + ".").orElse("Needs a key.");
    }

    private static boolean isForStrangers(UriRouteInfo<?, ?> route) {
        return route.getAnnotationMetadata().hasAnnotation(PublicRoute.class);
    }

    private static Optional<Permission> permissionOf(UriRouteInfo<?, ?> route) {
        return route.getAnnotationMetadata().enumValue(RequiresPermission.class, Permission.class);
    }

    private static Optional<Tier> tierOf(UriRouteInfo<?, ?> route) {
        return route.getAnnotationMetadata().enumValue(RequiresPermission.class, "tier", Tier.class);
    }

    private void addAnswers(Map<String, Object> operation, UriRouteInfo<?, ?> route) {
        boolean forStrangers = isForStrangers(route);
        var useCase = route.getAnnotationMetadata().classValue(Performs.class);
        boolean takesKey = Arrays.asList(route.getTargetMethod().getArgumentTypes()).contains(IdempotentRequest.class);
        if (forStrangers) {
            operation.put("security", List.of());
        }
        permissionOf(route).ifPresent(permission -> operation.put("x-permission", permission.toString()));
        tierOf(route).ifPresent(lowest -> operation.put("x-tier", lowest.toString()));
        var errors = useCase.map(performed -> ErrorAnswers.of(
                performed,
                forStrangers,
                tierOf(route).isPresent(),
                refusalsOfParameters(operation),
                operation.containsKey("requestBody"),
                takesKey)).orElseGet(ErrorAnswers::forStrangers);
        addHeaders(operation, !forStrangers && useCase.isPresent(), takesKey);
        errors.forEach((status, codes) -> object(operation, "responses").put(status.toString(), failures.answer(codes, takesKey)));
    }

    private static void addHeaders(Map<String, Object> operation, boolean hasCaller, boolean takesKey) {
        var parameters = list(operation, "parameters");
        if (takesKey) {
            parameters.add(parameter("IdempotencyKey"));
        }
        if (hasCaller) {
            parameters.add(parameter("OnBehalfOf"));
            parameters.add(parameter("SandboxTrigger"));
        }
        parameters.add(parameter("Dialect"));
        object(operation, "responses").forEach((status, response) -> {
            var answer = map(response);
            answer.put("description", "101".equals(status) ? answer.get("description") : operation.get("summary"));
            if (object(operation, "responses").containsKey("101")) {
                answer.remove("content");
            }
            var headers = object(answer, "headers");
            headers.put("X-Request-Id", header("RequestId"));
            if (takesKey) {
                headers.put("Idempotent-Replayed", header("Replayed"));
            }
            headers.put("RateLimit", header("RateLimit"));
            headers.put("RateLimit-Policy", header("RateLimitPolicy"));
        });
    }

    private static Map<String, Object> parameter(String name) {
        return Map.of("$ref", "#/components/parameters/" + name);
    }

    static Map<String, Object> header(String name) {
        return Map.of("$ref", "#/components/headers/" + name);
    }

    private static List<Class<? extends BusinessError>> refusalsOfParameters(Map<String, Object> operation) {
        var all = list(operation, "parameters").stream().map(parameter -> (Map<?, ?>) parameter).toList();
        var query = all.stream().filter(parameter -> "query".equals(parameter.get("in"))).toList();
        var refusals = new ArrayList<Class<? extends BusinessError>>();
        if (query.stream().anyMatch(parameter -> Boolean.TRUE.equals(parameter.get("required")))) {
            refusals.add(MissingParameter.class);
        }
        if (query.stream().anyMatch(parameter -> "limit".equals(parameter.get("name")))) {
            refusals.add(LimitExceeded.class);
        }
        if (all.stream().anyMatch(parameter -> "asset".equals(parameter.get("name")))) {
            refusals.add(AssetNotSupported.class);
        }
        return refusals;
    }

    static String toYaml(Object document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(copy(document));
    }

    /** Without shared parts, which YAML would write as anchors. */
    private static Object copy(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                ordered(map).forEach((name, value) -> copy.put(name, copy(value)));
                yield copy;
            }
            case List<?> list -> list.stream().map(ApiDescription::copy).collect(Collectors.toCollection(ArrayList::new));
            case null, default -> node;
        };
    }

    /** Immutable maps have another order in each process, but every node must serve the same bytes. */
    private static Map<?, ?> ordered(Map<?, ?> map) {
        return map instanceof LinkedHashMap ? map : new TreeMap<>(map);
    }

    static Map<String, Object> load(InputStream yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    /** Documents consist of maps and lists. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    /** The member with this name, created if missing. */
    static Map<String, Object> object(Map<?, ?> parent, String name) {
        return map(map(parent).computeIfAbsent(name, absent -> new LinkedHashMap<>()));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> parent, String name) {
        return (List<Object>) parent.computeIfAbsent(name, absent -> new ArrayList<>());
    }
}

package dev.corridor.http.edge.openapi;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.http.edge.dialect.NxosDialect;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI 3.1 document. The compiler generates it from the controllers. At startup this class adds the errors of each operation's use
 * case ({@link Performs}) and the common headers.
 */
@OpenAPIDefinition(
        info = @Info(
                title = "Corridor",
                version = "1",
                description = "An open payments backend. Every failure has one stable code, in one envelope. "
                        + "Every answer has the header X-Request-Id: quote it when you ask about a request.",
                license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = {@SecurityRequirement(name = "apiKey"), @SecurityRequirement(name = "apiKeyHeader")})
@SecurityScheme(
        name = "apiKey",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API key, nxos_sk_test_... in the sandbox and nxos_sk_live_... in production, or a user's access token. "
                + "What it needs to be permitted stands with each operation as x-permission.")
@SecurityScheme(
        name = "apiKeyHeader",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        paramName = "X-API-Key",
        description = "The same key in a header of its own. If both are there, the other one counts.")
final class ApiDescription {

    private static final String FRAGMENTS = """
            schema:
              type: object
              required: [error]
              properties:
                error:
                  type: object
                  required: [code, message, requestId]
                  properties:
                    code:
                      type: string
                      description: Stable; branch on it.
                    message:
                      type: string
                      description: For developers; may change at any time.
                    requestId:
                      type: string
                      pattern: ^req_[0-9a-f]{32}$
            parameter:
              name: Nxos-On-Behalf-Of
              in: header
              required: false
              description: The organization to act for. Only the key's own organization is accepted.
              schema:
                type: string
                pattern: ^org_[0-9a-f]{32}$
            idempotencyKey:
              name: Idempotency-Key
              in: header
              required: false
              description: >-
                Names the request, so that it takes effect once however often it is sent. Kept for 24 hours. An answer that is given again
                has the header Idempotent-Replayed: true.
              schema:
                type: string
                minLength: 1
                maxLength: 255
            outcome:
              description: What became of the effect that the request asks for.
              schema:
                type: string
                enum: [not_applied, applied, unknown]
            retry:
              description: What the client may do next without doing harm; after comes with the header Retry-After.
              schema:
                type: string
                enum: [never, same_request, after, new_request]
            """;

    private final Map<String, Object> document;

    private ApiDescription(Map<String, Object> document) {
        this.document = document;
    }

    /** Adds to the generated document what the routes know of their use cases. */
    static String complete(InputStream generated, Router router) {
        var description = new ApiDescription(reader().load(generated));
        repairTypes(description.document);
        description.addComponents();
        router.uriRoutes().distinct().forEach(description::addErrors);
        return description.toYaml();
    }

    private void addComponents() {
        Map<String, Object> fragments = reader().load(FRAGMENTS);
        var components = object(document, "components");
        object(components, "schemas").put("ErrorEnvelope", fragments.get("schema"));
        object(components, "parameters").put("OnBehalfOf", fragments.get("parameter"));
        object(components, "parameters").put("IdempotencyKey", fragments.get("idempotencyKey"));
        object(components, "headers").put("Outcome", fragments.get("outcome"));
        object(components, "headers").put("Retry", fragments.get("retry"));
    }

    private void addErrors(UriRouteInfo<?, ?> route) {
        var path = object(document, "paths").get(route.getUriMatchTemplate().toPathString());
        var method = route.getHttpMethodName().toLowerCase(Locale.ROOT);
        if (path instanceof Map<?, ?> operations && operations.containsKey(method)) {
            addErrors(route, object(operations, method));
        }
    }

    private static void addErrors(UriRouteInfo<?, ?> route, Map<String, Object> operation) {
        boolean forStrangers = route.getAnnotationMetadata().hasAnnotation(PublicRoute.class);
        if (forStrangers) {
            operation.put("security", List.of());
            addErrors(operation, ErrorAnswers.forStrangers());
        }
        var useCase = route.getAnnotationMetadata().classValue(Performs.class);
        if (useCase.isEmpty()) {
            return;
        }
        if (!forStrangers) {
            list(operation, "parameters").add(Map.of("$ref", "#/components/parameters/OnBehalfOf"));
        }
        route.getAnnotationMetadata()
                .enumValue(RequiresPermission.class, Permission.class)
                .ifPresent(permission -> operation.put("x-permission", permission.toString()));
        var tier = route.getAnnotationMetadata().enumValue(RequiresPermission.class, "tier", Tier.class);
        tier.ifPresent(lowest -> operation.put("x-tier", lowest.toString()));
        boolean takesKey = Arrays.asList(route.getTargetMethod().getArgumentTypes()).contains(IdempotentRequest.class);
        if (takesKey) {
            list(operation, "parameters").add(Map.of("$ref", "#/components/parameters/IdempotencyKey"));
        }
        addErrors(operation, ErrorAnswers.of(useCase.get(), forStrangers, tier.isPresent(), refusalsOfParameters(operation),
                operation.containsKey("requestBody"), takesKey));
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

    private static void addErrors(Map<String, Object> operation, Map<Integer, List<ErrorCode>> errors) {
        errors.forEach((status, codes) -> object(operation, "responses").put(status.toString(), response(codes)));
    }

    /** Corrects the generator: it types nullable values as objects too, and nullable maps as null only. */
    @SuppressWarnings("unchecked")
    private static void repairTypes(Object node) {
        if (node instanceof List<?> list) {
            list.forEach(ApiDescription::repairTypes);
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("type") instanceof List<?> types && types.size() > 2) {
                types.remove("object");
            } else if ("null".equals(map.get("type"))) {
                ((Map<String, Object>) map).put("type", List.of("object", "null"));
            }
            map.values().forEach(ApiDescription::repairTypes);
        }
    }

    /** The header has the canonical codes; the body has those of the default error contract. */
    private static Map<String, Object> response(List<ErrorCode> codes) {
        var canonical = codes.stream().map(ErrorCode::toString).toList();
        var told = codes.stream().map(code -> NxosDialect.placeIn(code).code()).distinct().toList();
        var narrowed = Map.of("properties", Map.of("error", Map.of("properties", Map.of("code", Map.of("enum", told)))));
        var schema = Map.of("allOf", List.of(Map.of("$ref", "#/components/schemas/ErrorEnvelope"), narrowed));
        var headers = new LinkedHashMap<String, Object>();
        headers.put(ErrorCode.HEADER, Map.of("schema", Map.of("type", "string", "enum", canonical)));
        headers.put(Problem.OUTCOME_HEADER, Map.of("$ref", "#/components/headers/Outcome"));
        headers.put(Problem.RETRY_HEADER, Map.of("$ref", "#/components/headers/Retry"));
        return Map.of(
                "description", "`" + String.join("`, `", canonical) + "`",
                "headers", headers,
                "content", Map.of("application/json", Map.of("schema", schema)));
    }

    private String toYaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(document);
    }

    private static Yaml reader() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    /** The member with this name, created if missing. Documents consist of maps and lists. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<?, ?> parent, String name) {
        return (Map<String, Object>) ((Map<String, Object>) parent).computeIfAbsent(name, absent -> new LinkedHashMap<>());
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> parent, String name) {
        return (List<Object>) parent.computeIfAbsent(name, absent -> new ArrayList<>());
    }
}

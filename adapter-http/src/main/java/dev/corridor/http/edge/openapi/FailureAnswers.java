package dev.corridor.http.edge.openapi;

import dev.corridor.domain.error.Outcome;
import dev.corridor.domain.error.Retry;
import dev.corridor.domain.error.Temporary;
import dev.corridor.http.edge.dialect.NxosDialect;
import dev.corridor.http.edge.openapi.ErrorAnswers.Codes;
import dev.corridor.http.edge.problem.Detail;
import dev.corridor.http.edge.problem.DetailType;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Failures in the document: in the default error contract, and as problem+json with a schema of its own for the details of each code. */
final class FailureAnswers {

    private static final String PROBLEM_JSON = "application/problem+json";

    private final Schemas schemas;

    FailureAnswers(Schemas schemas) {
        this.schemas = schemas;
        schemas.components().put("SandboxTrigger", Schemas.words(Stream.of(ErrorCode.values())
                .filter(code -> code.sandboxWay().onDemand())
                .map(ErrorCode::toString)
                .toList()));
        Stream.of(ErrorCode.class, Outcome.class, Retry.class).forEach(schemas::spelled);
    }

    /** The answer of one status. The header has the canonical codes; the body has those of its contract. */
    Map<String, Object> answer(Codes codes, boolean takesKey) {
        var canonical = codes.all().map(ErrorCode::toString).toList();
        var headers = new LinkedHashMap<String, Object>();
        headers.put(ErrorCode.HEADER, Map.of("schema", Schemas.words(canonical)));
        headers.put(Problem.OUTCOME_HEADER, ApiDescription.header("Outcome"));
        headers.put(Problem.RETRY_HEADER, ApiDescription.header("Retry"));
        if (codes.all().anyMatch(FailureAnswers::passesWithTime)) {
            headers.put("Retry-After", ApiDescription.header("RetryAfter"));
        }
        headers.put("X-Request-Id", ApiDescription.header("RequestId"));
        if (takesKey) {
            headers.put("Idempotent-Replayed", ApiDescription.header("Replayed"));
        }
        headers.put("RateLimit", ApiDescription.header("RateLimit"));
        headers.put("RateLimit-Policy", ApiDescription.header("RateLimitPolicy"));
        var content = new LinkedHashMap<String, Object>();
        if (!codes.inNxos().isEmpty()) {
            content.put(MediaType.APPLICATION_JSON, Map.of("schema", envelope(codes.inNxos())));
        }
        if (!codes.asProblem().isEmpty()) {
            content.put(PROBLEM_JSON, Map.of("schema", problem(codes.asProblem())));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("description", "`" + String.join("`, `", canonical) + "`");
        answer.put("headers", headers);
        answer.put("content", content);
        return answer;
    }

    private static boolean passesWithTime(ErrorCode code) {
        return code.declaration().consequence().retry() == Retry.AFTER || Temporary.class.isAssignableFrom(code.error());
    }

    private static Map<String, Object> envelope(List<ErrorCode> codes) {
        var told = codes.stream().map(code -> NxosDialect.placeIn(code).code()).distinct().toList();
        var narrowed = object(Map.of("error", object(Map.of("code", Schemas.words(told)))));
        return Map.of("allOf", List.of(Schemas.reference("ErrorEnvelope"), narrowed));
    }

    private Map<String, Object> problem(List<ErrorCode> codes) {
        var references = codes.stream().map(this::problem).toList();
        return references.size() == 1 ? references.getFirst() : Map.of("oneOf", references);
    }

    private Map<String, Object> problem(ErrorCode code) {
        var name = code.error().getSimpleName() + "Problem";
        return schemas.defined(name, code.error(), () -> Map.of(
                "description", code.declaration().meaning(),
                "allOf", List.of(Schemas.reference("Problem"), special(code))));
    }

    private Map<String, Object> special(ErrorCode code) {
        var details = new LinkedHashMap<String, Object>();
        code.details().stream().filter(detail -> detail.type() != DetailType.FIELDS).forEach(detail -> details.put(detail.name(), schema(detail)));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("code", Schemas.words(List.of(code.toString())));
        if (details.isEmpty()) {
            return object(properties);
        }
        properties.put("details", with("required", List.copyOf(details.keySet()), object(details)));
        return with("required", List.of("code", "details"), object(properties));
    }

    private Map<String, Object> schema(Detail detail) {
        return detail.type() == DetailType.WORDS
                ? Map.of("type", "array", "items", schemas.spelled(detail.spelled()))
                : schemas.spelled(detail.spelled());
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return with("properties", properties, Map.of("type", "object"));
    }

    private static Map<String, Object> with(String keyword, Object value, Map<String, Object> schema) {
        var more = new LinkedHashMap<>(schema);
        more.put(keyword, value);
        return more;
    }
}

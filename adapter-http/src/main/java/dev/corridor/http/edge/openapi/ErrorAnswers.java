package dev.corridor.http.edge.openapi;

import static java.util.stream.Collectors.groupingBy;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.TierInsufficient;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.error.IdempotencyError.IdempotencyRequestInFlight;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.http.edge.dialect.NxosDialect;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.route.RequestCheck;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The error codes of an operation by status, and within a status in order of precedence. */
final class ErrorAnswers {

    /** The codes of one status: in the default error contract, and as problem+json. */
    record Codes(List<ErrorCode> inNxos, List<ErrorCode> asProblem) {

        Stream<ErrorCode> all() {
            return Stream.concat(inNxos.stream(), asProblem.stream()).distinct();
        }
    }

    private ErrorAnswers() {}

    /**
     * The errors of an operation.
     *
     * @param forStrangers whether it needs no key
     * @param hasTier whether it requires a tier
     * @param ofParameters further errors of its path and query parameters
     */
    static Map<Integer, Codes> of(
            Class<?> useCase,
            boolean forStrangers,
            boolean hasTier,
            List<Class<? extends BusinessError>> ofParameters,
            boolean hasBody,
            boolean takesKey) {
        var refusals = refusals(useCase, forStrangers, hasTier, ofParameters, hasBody, takesKey);
        return byStatus(Stream.concat(refusals.stream().map(ErrorCode::of), Stream.of(ErrorCode.INTERNAL_ERROR)));
    }

    /** The errors of a public operation without a use case. */
    static Map<Integer, Codes> forStrangers() {
        return byStatus(Stream.of(ErrorCode.INVALID_REQUEST, ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.INTERNAL_ERROR));
    }

    /** Two contracts may give a code different statuses. */
    private static Map<Integer, Codes> byStatus(Stream<ErrorCode> codes) {
        var all = codes.toList();
        var inNxos = all.stream().collect(groupingBy(code -> NxosDialect.placeIn(code).status()));
        var asProblem = all.stream().collect(groupingBy(ErrorCode::status));
        var byStatus = new TreeMap<Integer, Codes>();
        Stream.concat(inNxos.keySet().stream(), asProblem.keySet().stream())
                .forEach(status -> byStatus.put(
                        status, new Codes(inNxos.getOrDefault(status, List.of()), asProblem.getOrDefault(status, List.of()))));
        return byStatus;
    }

    /** Those of the edge first, then those of the use case. */
    private static SequencedCollection<Class<? extends BusinessError>> refusals(
            Class<?> useCase,
            boolean forStrangers,
            boolean hasTier,
            List<Class<? extends BusinessError>> ofParameters,
            boolean hasBody,
            boolean takesKey) {
        var errors = new LinkedHashSet<Class<? extends BusinessError>>();
        if (forStrangers) {
            errors.add(RateLimitExceeded.class);
        } else {
            RequestCheck.ofCallers().forEach(check -> errors.addAll(check.refusals()));
        }
        if (!hasTier) {
            errors.remove(TierInsufficient.class);
        }
        errors.add(InvalidRequest.class);
        errors.addAll(ofParameters);
        if (hasBody) {
            errors.add(ValidationError.class);
            errors.add(AssetNotSupported.class);
        }
        if (takesKey) {
            errors.addAll(List.of(IdempotencyRequestInFlight.class, IdempotencyKeyInUse.class));
        }
        errors.addAll(List.of(refusesOf(useCase).value()));
        errors.add(ServiceUnavailable.class);
        return errors;
    }

    private static Refuses refusesOf(Class<?> useCase) {
        return Arrays.stream(useCase.getMethods())
                .map((Method method) -> method.getAnnotation(Refuses.class))
                .filter(refuses -> refuses != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(useCase + " has no @Refuses"));
    }
}

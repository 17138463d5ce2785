package dev.corridor.http.openapi;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.error.IdempotencyError.IdempotencyRequestInFlight;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.http.dialect.NxosDialect;
import dev.corridor.http.problem.Problem;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.TreeMap;

/** The codes an operation can answer with, by status, and within a status in order of precedence. */
final class ErrorAnswers {

    private ErrorAnswers() {}

    static Map<Integer, List<String>> of(Class<?> useCase, boolean hasBody, boolean takesKey) {
        var codes = new TreeMap<Integer, List<String>>();
        for (var error : refusals(useCase, hasBody, takesKey)) {
            add(codes, new Problem.Refusal(sample(error)));
        }
        add(codes, new Problem.InternalError());
        return codes;
    }

    private static void add(Map<Integer, List<String>> codes, Problem problem) {
        codes.computeIfAbsent(NxosDialect.statusOf(problem), status -> new ArrayList<>()).add(problem.code());
    }

    /** First what the edge refuses whatever is asked, then what the use case refuses. */
    private static SequencedCollection<Class<? extends BusinessError>> refusals(
            Class<?> useCase, boolean hasBody, boolean takesKey) {
        var errors = new LinkedHashSet<Class<? extends BusinessError>>(List.of(
                MissingApiKey.class, InvalidApiKey.class, AuthenticationFailed.class, OrganizationNotFound.class, InvalidRequest.class));
        if (hasBody) {
            errors.add(ValidationError.class);
        }
        if (takesKey) {
            errors.addAll(List.of(IdempotencyRequestInFlight.class, IdempotencyKeyInUse.class));
        }
        errors.addAll(List.of(refusesOf(useCase).value()));
        if (takesKey) {
            errors.add(ServiceUnavailable.class);
        }
        return errors;
    }

    private static Refuses refusesOf(Class<?> useCase) {
        return Arrays.stream(useCase.getMethods())
                .map((Method method) -> method.getAnnotation(Refuses.class))
                .filter(refuses -> refuses != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(useCase + " does not say what it @Refuses"));
    }

    /** An error of that class with nothing in it: its code and kind depend on the class alone. */
    private static BusinessError sample(Class<? extends BusinessError> error) {
        if (error == ValidationError.class) {
            return ValidationError.of("field", "reason");
        }
        var types = Arrays.stream(error.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return error.getDeclaredConstructor(types).newInstance(new Object[types.length]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the description of the API needs an empty " + error, e);
        }
    }
}

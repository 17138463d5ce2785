package dev.corridor.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on the errors of use cases. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(ThrowingCallable call, BusinessError expected) {
        assertThat(refusal(call)).isEqualTo(expected);
    }

    static BusinessError refusal(ThrowingCallable call) {
        var refusal = catchThrowableOfType(BusinessException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.error();
    }

    /** The declared errors, in order of precedence. */
    static List<Class<? extends BusinessError>> declaredBy(Class<?> useCase) {
        var methods = Arrays.stream(useCase.getMethods())
                .filter(method -> method.isAnnotationPresent(Refuses.class))
                .toList();
        assertThat(methods).hasSize(1);
        return List.of(methods.getFirst().getAnnotation(Refuses.class).value());
    }
}

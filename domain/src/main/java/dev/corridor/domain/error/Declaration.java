package dev.corridor.domain.error;

import java.util.Locale;

/**
 * What an error declares of itself: its code and its {@link Failure}. Reflection reads it once for each class.
 *
 * @param code the record's name in snake_case
 */
public record Declaration(String code, ErrorKind kind, Consequence consequence, String title, String meaning, String advice, String message) {

    private static final ClassValue<Declaration> BY_ERROR = new ClassValue<>() {
        @Override
        protected Declaration computeValue(Class<?> error) {
            return read(error);
        }
    };

    public static Declaration of(Class<?> error) {
        return BY_ERROR.get(error);
    }

    private static Declaration read(Class<?> error) {
        var failure = error.getAnnotation(Failure.class);
        if (failure == null) {
            throw new IllegalArgumentException(error.getName() + " lacks @Failure");
        }
        if ((failure.retry() == Retry.AFTER) != Temporary.class.isAssignableFrom(error)) {
            throw new IllegalArgumentException(error.getName() + " may be retried after a time if, and only if, it is Temporary");
        }
        return new Declaration(
                error.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT),
                failure.kind(),
                new Consequence(failure.outcome(), failure.retry()),
                failure.title(),
                failure.meaning(),
                failure.advice(),
                failure.message());
    }
}

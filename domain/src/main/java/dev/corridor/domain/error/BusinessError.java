package dev.corridor.domain.error;

/**
 * An expected "no" of the business, as data: a record with a {@link Failure} whose components are facts that the client may see.
 *
 * <p>A value, so that tests compare it and switches exhaust it; {@link BusinessException} carries it, so that it cannot be dropped.
 */
public interface BusinessError {

    /** The record's name in snake_case. Clients branch on it: once released it never changes. */
    default String code() {
        return declaration().code();
    }

    default ErrorKind kind() {
        return declaration().kind();
    }

    /** One or two English sentences for the developer of a client. May change at any time. */
    default String message() {
        return declaration().message();
    }

    /** What it means for money and for the client; it is what the error declares, unless the facts say otherwise. */
    default Consequence consequence() {
        return declaration().consequence();
    }

    private Declaration declaration() {
        return Declaration.of(getClass());
    }
}

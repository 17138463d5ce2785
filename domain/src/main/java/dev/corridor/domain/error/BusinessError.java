package dev.corridor.domain.error;

/**
 * An expected "no" of the business, as data. The record's components are facts the client may see.
 *
 * <p>A value, so that tests compare it and switches exhaust it; {@link BusinessException} carries it, so that it cannot be dropped.
 */
public interface BusinessError {

    /** The record's name in snake_case. Clients branch on it: once released it never changes. */
    String code();

    ErrorKind kind();

    /** One or two English sentences for the developer of a client. May change at any time. */
    String message();
}

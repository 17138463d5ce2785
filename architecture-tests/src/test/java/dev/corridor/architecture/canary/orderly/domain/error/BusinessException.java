package dev.corridor.architecture.canary.orderly.domain.error;

/** Calls the constructor of a generic exception, but is itself specific. */
public final class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BusinessException(BusinessError error) {
        super(error.code());
    }
}

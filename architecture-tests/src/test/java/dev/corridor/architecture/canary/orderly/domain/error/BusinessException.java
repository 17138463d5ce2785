package dev.corridor.architecture.canary.orderly.domain.error;

/** Not generic: whoever extends a generic exception has to call its constructor. */
public final class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BusinessException(BusinessError error) {
        super(error.code());
    }
}

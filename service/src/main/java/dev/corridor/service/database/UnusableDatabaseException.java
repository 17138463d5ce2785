package dev.corridor.service.database;

/** The database cannot be used as it is. The message tells the operator what to do and contains no secrets. */
public final class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableDatabaseException(String message) {
        super(message);
    }

    UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}

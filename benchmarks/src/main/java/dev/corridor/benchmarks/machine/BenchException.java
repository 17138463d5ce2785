package dev.corridor.benchmarks.machine;

/** The benchmark cannot run, or its result would be wrong. The message is for the user. */
public final class BenchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BenchException(String message) {
        super(message);
    }

    public BenchException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}

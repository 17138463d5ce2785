package dev.corridor.benchmarks.machine;

/** The benchmark cannot be run, or cannot be believed. The message is for whoever started it. */
public final class BenchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BenchException(String message) {
        super(message);
    }

    public BenchException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}

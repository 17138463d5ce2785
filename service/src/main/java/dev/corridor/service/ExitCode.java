package dev.corridor.service;

/** The exit code of a command. */
enum ExitCode {
    /** Success. */
    DONE(0),

    /** Failure, or the answer is no. */
    FAILED(1),

    /** Invalid arguments or settings; nothing was done. */
    MISUSED(2),

    /** A check that could not complete. The JVM also exits with 3 when out of memory. */
    UNKNOWN(3);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}

package dev.corridor.service;

/** How a command ends, as scripts see it. */
enum ExitCode {
    /** It did what it was told. */
    DONE(0),

    /** It could not, or its answer is no. */
    FAILED(1),

    /** The command line or the settings are wrong, and nothing was done. */
    MISUSED(2),

    /** It was to find something out and could not: the answer may be yes or no. Java ends so too, when it is told to end without memory. */
    UNKNOWN(3);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}

package dev.corridor.service;

/** How a command ends, as scripts see it. */
enum ExitCode {
    /** It did what it was told. */
    DONE(0),

    /** It could not, or its answer is no. */
    FAILED(1),

    /** The command line or the settings are wrong, and nothing was done. */
    MISUSED(2);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}

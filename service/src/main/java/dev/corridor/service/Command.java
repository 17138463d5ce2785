package dev.corridor.service;

import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;

/** A command of {@code ./corridor}. */
interface Command {

    /** The command's name on the command line. */
    String name();

    /** One upper-case name per argument; empty for none. */
    List<String> parameters();

    /** Whether this number of arguments is valid: that of the {@link #parameters}, unless some are optional. */
    default boolean takes(int arguments) {
        return arguments == parameters().size();
    }

    /** One line for the usage text. */
    String summary();

    /**
     * @param arguments a valid number of them, see {@link #takes}
     * @param output for the result only, never for logs
     */
    ExitCode run(Settings settings, List<String> arguments, PrintStream output);
}

package dev.corridor.service;

import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;

/** Something that {@code ./corridor} can be told to do. */
interface Command {

    /** The word on the command line. */
    String name();

    /** What follows the word, one name in capitals for each argument; empty for none. */
    List<String> parameters();

    /** Whether it can be given so many arguments: as many as there are {@link #parameters}, unless some may be left out. */
    default boolean takes(int arguments) {
        return arguments == parameters().size();
    }

    /** One line for the usage text. */
    String summary();

    /**
     * @param arguments as many as it {@link #takes}
     * @param output takes the answer, and nothing else: the log has its own way
     */
    ExitCode run(Settings settings, List<String> arguments, PrintStream output);
}

package dev.corridor.service;

import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Rehearses for some seconds. A JVM that is told to write down what it learns ({@code -XX:AOTCacheOutput}) then knows the service's
 * classes, and every later start begins with them.
 */
final class RehearseCommand implements Command {

    private static final Duration DURATION = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public String summary() {
        return "serves itself for some seconds, for the JVM to learn from";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        output.println(new Rehearsal(DURATION).run() + " trades");
        return ExitCode.DONE;
    }
}

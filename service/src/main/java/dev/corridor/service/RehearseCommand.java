package dev.corridor.service;

import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Runs the rehearsal for ten seconds. With {@code -XX:AOTCacheOutput} the JVM then writes an AOT cache of the service's classes, which
 * speeds up later starts.
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

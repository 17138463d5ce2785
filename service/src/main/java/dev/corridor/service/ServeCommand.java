package dev.corridor.service;

import dev.corridor.service.operation.StandardError;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Serves the API until the process is told to end. */
final class ServeCommand implements Command {

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public String summary() {
        return "serves the API until it is told to end";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        StandardError.writeInLargePieces();
        if (new WarmUp(settings.warmUp()).run()) {
            serve(settings, output);
        }
        awaitTheEndOfTheProcess();
        return ExitCode.DONE;
    }

    private static void serve(Settings settings, PrintStream output) {
        var service = RunningService.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service), "shutdown"));
        output.print(service.welcome());
        output.flush();
    }

    /** The last lines of the log are written now, or never. */
    private static void end(RunningService service) {
        service.close();
        System.err.flush();
    }

    private static void awaitTheEndOfTheProcess() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.corridor.service;

import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.operation.BufferedStandardError;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Serves the API until the process is terminated. */
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
        return "serves the API until it is terminated";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        BufferedStandardError.writeInLargePieces();
        serve(settings, output);
        awaitTheEndOfTheProcess();
        return ExitCode.DONE;
    }

    /** Starts the database first, so that its problems are reported before the warm-up. */
    private static void serve(Settings settings, PrintStream output) {
        var shutdown = Shutdown.withTheProcess();
        var headStart = HeadStart.begin(settings);
        var database = shutdown.start(() -> ServiceDatabase.start(settings), ServiceDatabase::close);
        if (new WarmUp(settings.warmUp()).run()) {
            var service = shutdown.start(() -> RunningService.start(settings, headStart, database), RunningService::close);
            output.print(service.welcome());
            output.flush();
        }
    }

    private static void awaitTheEndOfTheProcess() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.corridor.service;

import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.VerificationFailedException;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.database.UnusableDatabaseException;
import dev.corridor.service.embedded.EmbeddedDatabaseException;
import dev.corridor.service.settings.Settings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Verifies a database's books, whether its service runs or not, and prints one JSON object per difference. Shows progress on a terminal. */
final class VerifyBooksCommand implements Command {

    /** Closed months too. */
    private static final String ALL = "--all";

    private static final long CANCEL_EVERY_MILLIS = 200;

    /** Enough for the embedded database to stop, if it was started for this. */
    private static final int CANCEL_ATTEMPTS = 150;

    private final PrintStream errors;
    private final PrintStream screen;
    private final AtomicReference<BooksVerifier> verifier = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param isTerminal whether {@code errors} is a terminal */
    VerifyBooksCommand(PrintStream errors, boolean isTerminal) {
        this.errors = errors;
        this.screen = isTerminal ? errors : new PrintStream(OutputStream.nullOutputStream());
    }

    @Override
    public String name() {
        return "verify-books";
    }

    @Override
    public List<String> parameters() {
        return List.of("[" + ALL + "]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments <= 1;
    }

    @Override
    public String summary() {
        return "checks that the books add up; fails if they do not";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (!arguments.stream().allMatch(ALL::equals)) {
            throw new MisuseException("say " + ALL + ", or nothing");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::cancel, "cancel"));
        try {
            return verify(settings, !arguments.isEmpty(), output) ? ExitCode.DONE : ExitCode.FAILED;
        } catch (EmbeddedDatabaseException | UnusableDatabaseException | VerificationFailedException e) {
            errors.println(e.getMessage());
            return ExitCode.UNKNOWN;
        } catch (RuntimeException e) {
            // An internal error must not exit like a difference, which it would as an uncaught exception.
            e.printStackTrace(errors);
            return ExitCode.UNKNOWN;
        } finally {
            ended.countDown();
        }
    }

    private boolean verify(Settings settings, boolean all, PrintStream output) {
        var differences = new AtomicLong();
        try (var database = ServiceDatabase.attach(settings);
                var line = new ProgressLine(screen, System::nanoTime)) {
            line.keepDrawing();
            verifier.set(all ? BooksVerifier.ofEverything(database.owner()) : new BooksVerifier(database.owner()));
            verifier.get().verify(difference -> {
                differences.incrementAndGet();
                line.printAbove(JsonLine.of(Map.of("check", difference.check()), difference.facts()), output);
            }, line);
        }
        screen.println(differences.get() == 0 ? "the books add up" : "differences: " + differences);
        return differences.get() == 0;
    }

    /**
     * On Ctrl-C, cancels the running query, because the database would not notice the lost client before its result is ready. A database
     * started for this command is stopped by the command's own thread, so wait for it.
     */
    private void cancel() {
        try {
            for (int attempt = 0; attempt < CANCEL_ATTEMPTS && !ended.await(CANCEL_EVERY_MILLIS, TimeUnit.MILLISECONDS); attempt++) {
                if (verifier.get() != null) {
                    verifier.get().cancel();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

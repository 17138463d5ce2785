package dev.corridor.service;

import dev.corridor.persistence.books.verify.VerificationProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line at the bottom of a terminal, written again and again, that tells how far a verification has come. Lines may be printed above it. */
final class ProgressLine implements VerificationProgress, AutoCloseable {

    /** Back to the first column, and away with what is there. Source: ECMA-48, "EL". */
    private static final String ERASE = "\r\u001b[K";

    private static final long REDRAW_EVERY_MILLIS = 250;

    /** What was done sooner says little about how long the rest will take. */
    private static final Duration BEFORE_AN_ESTIMATE = Duration.ofSeconds(2);

    private final PrintStream screen;
    private final LongSupplier nanoClock;
    private final ScheduledExecutorService redrawing =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());

    private Stage stage;
    private long stageBegunAt;
    private long firstRowsAt;
    private long rows;

    ProgressLine(PrintStream screen, LongSupplier nanoClock) {
        this.screen = screen;
        this.nanoClock = nanoClock;
    }

    /** Keeps the time on the line right while nothing else happens. */
    void keepDrawing() {
        redrawing.scheduleAtFixedRate(this::draw, 0, REDRAW_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void begin(Stage begun) {
        stage = begun;
        stageBegunAt = nanoClock.getAsLong();
        rows = 0;
    }

    @Override
    public synchronized void reach(long reached) {
        if (rows == 0) {
            firstRowsAt = nanoClock.getAsLong();
        }
        rows = reached;
    }

    synchronized void draw() {
        if (stage != null) {
            screen.print(ERASE + text());
            screen.flush();
        }
    }

    /** Prints a line on a stream that may end up on the same terminal. */
    synchronized void printAbove(String text, PrintStream output) {
        erase();
        output.println(text);
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        redrawing.shutdownNow();
        erase();
        stage = null;
    }

    private void erase() {
        if (stage != null) {
            screen.print(ERASE);
            screen.flush();
        }
    }

    private String text() {
        var elapsed = Duration.ofNanos(nanoClock.getAsLong() - stageBegunAt);
        return "%d of %d  %s%s  %s%s".formatted(stage.number(), stage.count(), stage.subject(), done(), clock(elapsed), remaining());
    }

    private String done() {
        if (rows == 0) {
            return "";
        }
        return isEstimated() ? "  %d %%".formatted(rows * 100 / stage.rows().getAsLong()) : String.format(Locale.ROOT, "  %,d", rows);
    }

    private String remaining() {
        long nanos = nanoClock.getAsLong() - firstRowsAt;
        if (rows == 0 || !isEstimated() || nanos < BEFORE_AN_ESTIMATE.toNanos()) {
            return "";
        }
        double left = (double) nanos * (stage.rows().getAsLong() - rows) / rows;
        return ", about " + clock(Duration.ofNanos((long) left)) + " to go";
    }

    /** More than there should be is there when the statistics are old: then they say nothing. */
    private boolean isEstimated() {
        return stage.rows().isPresent() && rows <= stage.rows().getAsLong();
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}

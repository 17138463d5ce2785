package dev.corridor.service;

import dev.corridor.persistence.books.verify.VerificationProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A progress line of a verification at the bottom of a terminal, redrawn in place. Other lines can be printed above it. */
final class ProgressLine implements VerificationProgress, AutoCloseable {

    /** Returns to the first column and erases the line. Source: ECMA-48, "EL". */
    private static final String ERASE = "\r\u001b[K";

    private static final long REDRAW_EVERY_MILLIS = 250;

    /** Earlier progress is too little for an estimate of the remaining time. */
    private static final Duration BEFORE_AN_ESTIMATE = Duration.ofSeconds(2);

    private final PrintStream screen;
    private final LongSupplier nanoClock;
    private final ScheduledExecutorService redrawing = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());

    private Stage stage;
    private long stageBegunAt;
    private long firstRowsAt;
    private long rows;

    ProgressLine(PrintStream screen, LongSupplier nanoClock) {
        this.screen = screen;
        this.nanoClock = nanoClock;
    }

    /** Redraws periodically, to keep the time on the line current. */
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

    /** Prints a line to a stream that may be the same terminal. */
    synchronized void printAbove(String text, PrintStream output) {
        erase();
        output.println(text);
    }

    /** Erases the line. */
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

    /** More rows than estimated means outdated statistics, which are useless. */
    private boolean isEstimated() {
        return stage.rows().isPresent() && rows <= stage.rows().getAsLong();
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}

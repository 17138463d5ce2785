package dev.corridor.service.operation;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Buffers standard error. Writing each line of the log by itself costs the event loop as much as checking the request's key. */
public final class BufferedStandardError {

    private static final int BYTES = 64 * 1024;

    /** The most of the log that a killed process loses. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private BufferedStandardError() {}

    /** From now on lines are buffered, up to the time limit or the end of the process. */
    public static void writeInLargePieces() {
        var pieces = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), BYTES), false, System.err.charset());
        System.setErr(pieces);
        Thread.ofPlatform().name("standard-error").daemon().start(() -> flushAgainAndAgain(pieces));
        Runtime.getRuntime().addShutdownHook(new Thread(pieces::flush, "standard-error-end"));
    }

    private static void flushAgainAndAgain(PrintStream pieces) {
        while (true) {
            LockSupport.parkNanos(LONGEST_WAIT.toNanos());
            pieces.flush();
        }
    }
}

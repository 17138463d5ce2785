package dev.corridor.service.api;

import io.micronaut.http.context.ServerRequestContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;

/** Counts what the database driver sends on behalf of a request, by what it traces. What runs beside requests is not counted. */
final class StatementCount extends DriverTrace {

    private static final String EXECUTES = "  simple execute";

    private final AtomicInteger count = new AtomicInteger();
    private volatile String path = "";

    StatementCount() {
        open();
    }

    /** From zero on, for requests of this path. */
    void begin(String path) {
        this.path = path;
        count.set(0);
    }

    int soFar() {
        return count.get();
    }

    /** In the thread that executes. */
    @Override
    public void publish(LogRecord trace) {
        if (trace.getMessage().startsWith(EXECUTES)
                && ServerRequestContext.currentRequest().filter(request -> request.getPath().equals(path)).isPresent()) {
            count.incrementAndGet();
        }
    }
}

package dev.corridor.service.api;

import io.micronaut.http.context.ServerRequestContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what the database driver sends on behalf of a request, by what it traces. What runs beside requests is not counted. */
final class StatementCount extends Handler implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final String EXECUTES = "  simple execute";

    private final AtomicInteger count = new AtomicInteger();
    private final boolean usedParents = DRIVER.getUseParentHandlers();
    private volatile String path = "";

    StatementCount() {
        setLevel(Level.FINEST);
        DRIVER.setLevel(Level.FINEST);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(this);
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

    @Override
    public void flush() {}

    @Override
    public void close() {
        DRIVER.removeHandler(this);
        DRIVER.setLevel(null);
        DRIVER.setUseParentHandlers(usedParents);
    }
}

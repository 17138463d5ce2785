package dev.corridor.service.api;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears what the database driver traces of each statement, until it is closed. Nothing else hears it meanwhile. */
abstract class DriverTrace extends Handler implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final boolean usedParents = DRIVER.getUseParentHandlers();

    /** To be called when the subclass is ready to hear. */
    final void open() {
        setLevel(Level.FINEST);
        DRIVER.setLevel(Level.FINEST);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(this);
    }

    @Override
    public final void flush() {}

    @Override
    public final void close() {
        DRIVER.removeHandler(this);
        DRIVER.setLevel(null);
        DRIVER.setUseParentHandlers(usedParents);
    }
}

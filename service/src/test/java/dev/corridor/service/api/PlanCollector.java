package dev.corridor.service.api;

import dev.corridor.persistence.testing.ExplainedWay;
import dev.corridor.persistence.testing.ExplainedWay.Explained;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Collects the plans that the server tells the database driver, by what the driver traces. Those of the test itself do not count. */
final class PlanCollector extends Handler implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final String NOTICE = " <=BE NoticeResponse";

    private final Collection<Explained> statements = new ConcurrentLinkedQueue<>();
    private final Thread test = Thread.currentThread();
    private final boolean usedParents = DRIVER.getUseParentHandlers();

    PlanCollector() {
        setLevel(Level.FINEST);
        DRIVER.setLevel(Level.FINEST);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(this);
    }

    Collection<Explained> statements() {
        return statements;
    }

    @Override
    public void publish(LogRecord trace) {
        if (Thread.currentThread() != test && trace.getMessage().startsWith(NOTICE)) {
            Stream.of(trace.getParameters())
                    .map(parameter -> ExplainedWay.planIn(parameter.toString()))
                    .flatMap(Optional::stream)
                    .forEach(plan -> statements.add(new Explained(plan, 0)));
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

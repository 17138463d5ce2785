package dev.corridor.service.api;

import dev.corridor.persistence.testing.ExplainedWay;
import dev.corridor.persistence.testing.ExplainedWay.Explained;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/** Collects the plans that the server tells the database driver, by what the driver traces. Those of the test itself do not count. */
final class PlanCollector extends DriverTrace {

    private static final String NOTICE = " <=BE NoticeResponse";

    private final Collection<Explained> statements = new ConcurrentLinkedQueue<>();
    private final Thread test = Thread.currentThread();

    PlanCollector() {
        open();
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
}

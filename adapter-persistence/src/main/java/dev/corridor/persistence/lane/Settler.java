package dev.corridor.persistence.lane;

import static java.util.stream.Collectors.groupingBy;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;

/**
 * Commits decisions on one connection, together if it can, and answers them.
 *
 * <p>A batch that fails is handled by who reported the failure. If the server refused a statement, nothing of the batch is committed: the
 * batch is bisected, down to the one poison decision that cannot be written, or that meets a lock of another session. If the server takes no writes at
 * all, all callers learn so, and may come again. If the connection broke, the batch is decided again on a new one.
 * If the commit had been sent by then, the new connection first looks for proof that it was committed ({@link BatchDecider.Decided#fresh}).
 */
final class Settler<D extends PendingDecision> implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Settler.class.getName());

    /** After this time a batch in doubt is answered as unknown. Longer than a restart of the server. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final BatchDecider<D> decider;
    private final LaneConnection connection;
    private final Writability writability;
    private final LaneMeter meter;

    Settler(BatchDecider<D> decider, LaneConnection connection, Writability writability, LaneMeter meter) {
        this.decider = decider;
        this.connection = connection;
        this.writability = writability;
        this.meter = meter;
    }

    void connect() {
        connection.handle();
    }

    /**
     * Settles the decisions, but for those that are answered: they wait for a lock of another session.
     *
     * @param afterDeciding runs once the decisions of an attempt are decided, before they are written
     */
    List<D> settle(List<D> decisions, Runnable afterDeciding) {
        var locked = new ArrayList<D>();
        try {
            take(decisions, afterDeciding, locked);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A batch of decisions broke down", e);
            connection.recover();
            locked.clear();
            decisions.forEach(decision -> decision.fail(new IllegalStateException("the batch broke down", e)));
        }
        connection.waitAsUsual();
        return locked;
    }

    private void take(List<D> decisions, Runnable afterDeciding, List<D> locked) {
        var failure = tryToTake(decisions, afterDeciding);
        if (failure.filter(reason -> Refusal.of(reason) == Refusal.LOST_RACE).isPresent()) {
            // Decided again, it sees what the request that won has recorded. A bug may look like this too, but then fails again.
            failure = tryToTake(decisions, afterDeciding);
        }
        failure.ifPresent(reason -> takeApart(decisions, reason, afterDeciding, locked));
    }

    private void takeApart(List<D> decisions, RuntimeException reason, Runnable afterDeciding, List<D> locked) {
        int size = decisions.size();
        var refusal = Refusal.of(reason);
        if (refusal == Refusal.UNWRITABLE) {
            writability.refused();
            // After a fail-over, there may be a server that takes writes on a new connection.
            connection.discard();
            decisions.forEach(decision -> decision.giveUp(reason));
        } else if (size > 1) {
            if (refusal == Refusal.LOCKED) {
                connection.waitHardlyAtAll();
            }
            take(decisions.subList(0, size / 2), afterDeciding, locked);
            take(decisions.subList(size / 2, size), afterDeciding, locked);
        } else if (refusal == Refusal.LOCKED) {
            locked.add(decisions.getFirst());
        } else {
            decisions.getFirst().fail(reason);
        }
    }

    /** Answers the server's refusal, after which nothing is committed. Otherwise all decisions are settled. */
    private Optional<RuntimeException> tryToTake(List<D> decisions, Runnable afterDeciding) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1;; attempt++) {
            var batch = new Batch<>(decider, decisions);
            try {
                batch.commit(connection.handle(), afterDeciding);
                writability.written();
                answer(decisions);
                connection.end();
                meter.committed(batch.times());
                return Optional.empty();
            } catch (JdbiException e) {
                boolean isUsable = connection.recover();
                if (isUsable || Refusal.isIn(e)) {
                    batch.takeBack();
                    return Optional.of(e);
                }
                boolean inDoubt = decisions.stream().anyMatch(PendingDecision::wasSent);
                if (inDoubt ? System.nanoTime() > deadline : attempt == 2) {
                    decisions.forEach(decision -> decision.giveUp(e));
                    return Optional.empty();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * Wakes each executor once, however many of its callers are answered. Several threads that wait are woken on another thread: waking them
     * takes as long as deciding the next few decisions.
     */
    private void answer(List<D> decisions) {
        if (decisions.size() == 1) {
            answer(decisions, decisions.getFirst().answers().orElse(Runnable::run));
        } else {
            decisions.stream()
                    .collect(groupingBy(PendingDecision::answers))
                    .forEach((executor, theirs) -> answer(theirs, executor.orElse(Thread::startVirtualThread)));
        }
    }

    private void answer(List<D> decisions, Executor executor) {
        try {
            executor.execute(() -> decisions.forEach(PendingDecision::settle));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The callers of committed decisions are gone", e);
            decisions.forEach(PendingDecision::settle);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}

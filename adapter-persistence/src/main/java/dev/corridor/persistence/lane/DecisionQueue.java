package dev.corridor.persistence.lane;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.corridor.persistence.BatchScope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bounded queue of a lane. Once closed, it takes in no more decisions.
 *
 * <p>The writers take turns. While one decides, the other waits, so that the next batch grows. While one writes, the other may begin if
 * enough decisions are free: even a small batch has a fixed cost. It skips decisions whose account is locked by the batch in flight; if all of
 * them are on one account, it waits. Of writers that have nothing to do, the one that worked last goes on: its connection's caches are warm.
 *
 * <p>A turn that is parked keeps what waits for the same locks, and nothing else.
 */
final class DecisionQueue<D extends PendingDecision> {

    /** How many free decisions justify a second batch in flight. Measured: fewer cost more than they gain. */
    private static final int ENOUGH = 4;

    private final int capacity;
    private final BatchScope scope;
    private final Queue<D> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> idle = new ArrayDeque<>();
    private final List<Turn> inFlight = new ArrayList<>();
    private int free;
    private boolean deciding;
    private boolean closed;

    /** What a writer has taken off the queue. An empty turn means that the queue is closed and drained. */
    final class Turn {

        private final List<D> decisions;
        private Set<Integer> routes;
        private List<D> parked = List.of();
        private boolean passed;

        private Turn(List<D> decisions) {
            this.decisions = decisions;
            this.routes = routesOf(decisions);
        }

        /** A batch that is settled soon holds up all of its routes; one that is parked only those that may need its accounts. */
        private boolean holdsUp(D decision) {
            return routes.contains(decision.route())
                    && (!isParked() || parked.stream().anyMatch(one -> mayMeet(one, decision)));
        }

        List<D> decisions() {
            return decisions;
        }

        private boolean isParked() {
            return !parked.isEmpty();
        }

        /** The decisions are decided, so the next writer may begin. Has no effect the second time. */
        void pass() {
            lock.lock();
            try {
                decided();
                wakeOne();
            } finally {
                lock.unlock();
            }
        }

        /** All but these are settled. What waits behind them goes on waiting; nothing else does. */
        void park(List<D> locked) {
            lock.lock();
            try {
                decided();
                routes = routesOf(locked);
                parked = locked;
                countFree();
                wakeOne();
            } finally {
                lock.unlock();
            }
        }

        /** The decisions are settled. */
        void end() {
            lock.lock();
            try {
                settled();
                wakeOne();
            } finally {
                lock.unlock();
            }
        }

        /** The decisions are settled, and their writer goes on; no other needs to be woken for it. */
        Turn next(int limit) {
            lock.lock();
            try {
                settled();
                return take(limit);
            } finally {
                lock.unlock();
            }
        }

        private void decided() {
            if (!passed) {
                passed = true;
                deciding = false;
            }
        }

        private void settled() {
            decided();
            inFlight.remove(this);
            countFree();
        }
    }

    DecisionQueue(int capacity, BatchScope scope) {
        this.capacity = capacity;
        this.scope = scope;
    }

    /** Answers whether there was room. Never blocks. */
    boolean offer(D decision) {
        lock.lock();
        try {
            if (closed || waiting.size() == capacity) {
                return false;
            }
            // A writer that may begin already has been woken.
            boolean isOneAwake = mayBegin();
            waiting.add(decision);
            if (isFree(decision)) {
                free++;
            }
            if (!isOneAwake) {
                wakeOne();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes up to {@code limit} decisions that may share a batch; waits until enough of them are free. */
    Turn take(int limit) {
        lock.lock();
        try {
            awaitTurn();
            var turn = new Turn(takeTogether(limit));
            if (turn.decisions.isEmpty()) {
                wakeOne();
            } else {
                deciding = true;
                inFlight.add(turn);
                countFree();
            }
            return turn;
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn() {
        var called = lock.newCondition();
        while (!mayBegin() && !isOver()) {
            idle.push(called);
            called.awaitUninterruptibly();
            idle.remove(called);
        }
    }

    private boolean mayBegin() {
        return !deciding && free >= (inFlight.stream().allMatch(Turn::isParked) ? 1 : ENOUGH);
    }

    private static boolean mayMeet(PendingDecision one, PendingDecision other) {
        return one.route() == other.route()
                && (one.account().isEmpty() || other.account().isEmpty() || one.account().equals(other.account()));
    }

    private static Set<Integer> routesOf(List<? extends PendingDecision> decisions) {
        return decisions.stream().map(PendingDecision::route).collect(toUnmodifiableSet());
    }

    /** Runs once per batch: a scan of the queue per offered decision would hold the lock for too long. */
    private void countFree() {
        free = (int) waiting.stream().filter(this::isFree).count();
    }

    /** Whether no batch in flight holds the locks of its route. */
    private boolean isFree(D decision) {
        for (var turn : inFlight) {
            if (turn.holdsUp(decision)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOver() {
        return closed && waiting.isEmpty() && inFlight.stream().noneMatch(Turn::isParked);
    }

    private void wakeOne() {
        if (isOver()) {
            idle.forEach(Condition::signal);
        } else if (mayBegin() && !idle.isEmpty()) {
            idle.pop().signal();
        }
    }

    private List<D> takeTogether(int limit) {
        var taken = new ArrayList<D>(Math.min(limit, waiting.size()));
        for (var decisions = waiting.iterator(); decisions.hasNext() && taken.size() < limit;) {
            var decision = decisions.next();
            if (isFree(decision) && (taken.isEmpty() || scope.allows(taken.getFirst().organization(), decision.organization()))) {
                decisions.remove();
                taken.add(decision);
            }
        }
        return taken;
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    Duration oldest() {
        lock.lock();
        try {
            return waiting.isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - waiting.peek().queuedAt());
        } finally {
            lock.unlock();
        }
    }

    /** Takes in no more decisions. Those that wait can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            idle.forEach(Condition::signal);
        } finally {
            lock.unlock();
        }
    }
}

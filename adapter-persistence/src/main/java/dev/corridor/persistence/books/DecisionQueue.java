package dev.corridor.persistence.books;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decisions that wait for their lane: a limited number of them, and none any more once it is closed.
 *
 * <p>The writers of the lane take them by turns. While one decides, nobody else begins: whatever comes in the meantime goes together. Once it
 * has decided, and only has to write, another may begin, if there is enough to do: a batch has its price, however small it is. It leaves alone
 * what would only wait for the locks of the batch that is on its way, which is everything if all of it is for one account.
 */
final class DecisionQueue {

    /** How many decisions are worth a batch of their own while another is on its way. Measured: fewer cost more than they gain. */
    private static final int ENOUGH = 4;

    private final int capacity;
    private final BatchScope scope;
    private final Queue<PendingDecision<?>> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Turn> onTheirWay = new ArrayList<>();
    private int free;
    private boolean deciding;
    private boolean closed;

    /** What a writer has taken, while nobody else begins. Nothing is left to take if it is empty. */
    final class Turn {

        private final List<PendingDecision<?>> decisions;
        private final Set<Integer> routes;
        private boolean passed;

        private Turn(List<PendingDecision<?>> decisions) {
            this.decisions = decisions;
            this.routes = decisions.stream().map(PendingDecision::route).collect(toUnmodifiableSet());
        }

        List<PendingDecision<?>> decisions() {
            return decisions;
        }

        /** The decisions are taken, if only to be taken again: the next writer may begin. */
        void pass() {
            lock.lock();
            try {
                if (!passed) {
                    passed = true;
                    deciding = false;
                    wakeOne();
                }
            } finally {
                lock.unlock();
            }
        }

        /** The decisions are settled. */
        void end() {
            lock.lock();
            try {
                pass();
                onTheirWay.remove(this);
                countFree();
                wakeOne();
            } finally {
                lock.unlock();
            }
        }
    }

    DecisionQueue(int capacity, BatchScope scope) {
        this.capacity = capacity;
        this.scope = scope;
    }

    /** Answers whether there is room. Never waits for it. */
    boolean offer(PendingDecision<?> decision) {
        lock.lock();
        try {
            if (closed || waiting.size() == capacity) {
                return false;
            }
            // If somebody may begin already, whoever was woken for it is on the way.
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

    /** Takes what waits and may go together, and waits for no more than that it is worth it. */
    Turn take(int limit) {
        lock.lock();
        try {
            while (!mayBegin() && !isOver()) {
                changed.awaitUninterruptibly();
            }
            var turn = new Turn(takeTogether(limit));
            if (!turn.decisions.isEmpty()) {
                deciding = true;
                onTheirWay.add(turn);
                countFree();
            }
            return turn;
        } finally {
            lock.unlock();
        }
    }

    private boolean mayBegin() {
        return !deciding && free >= (onTheirWay.isEmpty() ? 1 : ENOUGH);
    }

    /** Once for a batch that comes or goes: to look through all that waits for each decision that is offered would hold everybody up. */
    private void countFree() {
        free = (int) waiting.stream().filter(this::isFree).count();
    }

    /** Whether it touches nothing, as far as one can tell, of what is on its way already. */
    private boolean isFree(PendingDecision<?> decision) {
        for (var turn : onTheirWay) {
            if (turn.routes.contains(decision.route())) {
                return false;
            }
        }
        return true;
    }

    private boolean isOver() {
        return closed && waiting.isEmpty();
    }

    private void wakeOne() {
        if (mayBegin() || isOver()) {
            changed.signal();
        }
    }

    private List<PendingDecision<?>> takeTogether(int limit) {
        var taken = new ArrayList<PendingDecision<?>>(Math.min(limit, waiting.size()));
        for (var decisions = waiting.iterator(); decisions.hasNext() && taken.size() < limit; ) {
            var decision = decisions.next();
            if (isFree(decision) && (taken.isEmpty() || scope.allows(taken.getFirst(), decision))) {
                decisions.remove();
                taken.add(decision);
            }
        }
        return taken;
    }

    /** Takes in no more. What waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package dev.corridor.persistence.books;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decisions that wait for their lane: a limited number of them, and none any more once it is closed.
 *
 * <p>The writers of the lane take them by turns. While one decides, nobody else begins: whatever comes in the meantime goes together. Once it
 * has decided, and only has to write, another may begin, if there is enough to do: a batch has its price, however small it is.
 */
final class DecisionQueue {

    /** How many decisions are worth a batch of their own while another is on its way. Measured: fewer cost more than they gain. */
    private static final int ENOUGH = 4;

    private final int capacity;
    private final BatchScope scope;
    private final Queue<QueuedDecision<?>> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean deciding;
    private int onTheirWay;
    private boolean closed;

    /** What a writer has taken, while nobody else begins. Nothing is left to take if it is empty. */
    final class Turn {

        private final List<QueuedDecision<?>> decisions;
        private boolean passed;

        private Turn(List<QueuedDecision<?>> decisions) {
            this.decisions = decisions;
        }

        List<QueuedDecision<?>> decisions() {
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
                onTheirWay--;
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
    boolean offer(QueuedDecision<?> decision) {
        lock.lock();
        try {
            if (closed || waiting.size() == capacity) {
                return false;
            }
            boolean isOneAwake = mayBegin();
            waiting.add(decision);
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
                onTheirWay++;
            }
            return turn;
        } finally {
            lock.unlock();
        }
    }

    private boolean mayBegin() {
        return !deciding && waiting.size() >= (onTheirWay == 0 ? 1 : ENOUGH);
    }

    private boolean isOver() {
        return closed && waiting.isEmpty();
    }

    private void wakeOne() {
        if (mayBegin() || isOver()) {
            changed.signal();
        }
    }

    private List<QueuedDecision<?>> takeTogether(int limit) {
        var first = waiting.peek();
        var taken = new ArrayList<QueuedDecision<?>>(Math.min(limit, waiting.size()));
        for (var decisions = waiting.iterator(); decisions.hasNext() && taken.size() < limit; ) {
            var decision = decisions.next();
            if (scope.allows(first, decision)) {
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

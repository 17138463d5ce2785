package dev.corridor.persistence.books;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Decisions that wait for their lane: a limited number of them, and none any more once it is closed. */
final class DecisionQueue {

    private final int capacity;
    private final BatchScope scope;
    private final Queue<QueuedDecision<?>> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

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
            waiting.add(decision);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes what waits and may go together, and waits itself only if nothing does. Nothing is left to take if the answer is empty. */
    List<QueuedDecision<?>> take(int limit) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return takeTogether(limit);
        } finally {
            lock.unlock();
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
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}

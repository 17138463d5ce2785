package dev.corridor.persistence.lane;

import dev.corridor.persistence.BatchScope;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A decision that waits in a lane, and the caller that waits for its outcome. It may be decided several times before it is settled; the last
 * time counts. Between {@link #send} and the server's answer only the database knows whether it is committed.
 */
public interface PendingDecision {

    /** Decisions that would wait for the same locks have the same route. Others may share it. */
    int route();

    /** The account that it locks; empty if it does not name one. */
    Optional<?> account();

    /** When it was queued, by {@link System#nanoTime}. */
    long queuedAt();

    /** Whose decision it is, see {@link BatchScope#ORGANIZATION}. */
    Object organization();

    /** What it recorded is now on its way to the database. */
    void send();

    /** The server has rolled back what was sent. */
    void takeBack();

    /** Whether it is in doubt: sent, and the server's answer was lost. */
    boolean wasSent();

    /** The executor that has the caller answered; empty if the caller's own thread waits. */
    Optional<Executor> answers();

    /** Answers the caller: the outcome is committed. */
    void settle();

    /** Answers the caller with a failure: what was recorded is rolled back, or in doubt if it was sent. */
    void fail(RuntimeException failure);

    /** Answers the caller that the database is out of reach. */
    void giveUp(RuntimeException failure);
}

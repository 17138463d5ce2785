package dev.corridor.persistence.idempotency;

import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.persistence.Database;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Empties one of three partitions at a time. They take turns: one takes in new answers, two have the older ones, of half a day each, and all are looked up.
 * When the one that takes in has done so for half a day, everything in the oldest one is forgotten. It is emptied and takes in what comes next.
 *
 * <p>A primary key does not span partitions, yet an idempotency key has one effect:
 * <ol>
 * <li>Whoever stores an answer has looked the key up before, in the same transaction, and a statement locks the table that it reads until the transaction ends.
 * <li>The turn takes the exclusive lock of the table, so no transaction has looked up before the turn and stores after it.
 * <li>Two transactions that overlap therefore store in the same partition, where the primary key lets the first of them win.
 * <li>If they do not overlap, the second one finds the answer of the first, in whichever partition it is.
 * <li>What the turn empties has no answer that is still remembered: the answers themselves are asked, not a clock.
 * </ol>
 *
 * <p>The lock is given up after 20 milliseconds, and the next call tries again. Until then answers go on to be stored where they are.
 */
public final class PostgresExpiredAnswers implements ExpiredAnswers {

    private static final Duration TURN = IdempotencyRecord.KEPT_FOR.dividedBy(2);

    private final Jdbi jdbi;

    public PostgresExpiredAnswers(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public void remove(Instant before) {
        turn(before);
    }

    /** Answers whether it has turned. */
    boolean turn(Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("select turn_answers(:before, make_interval(secs => :turn))")
                .bind("before", before)
                .bind("turn", TURN.toSeconds())
                .mapTo(Boolean.class)
                .one());
    }
}

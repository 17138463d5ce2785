package dev.corridor.persistence.idempotency;

import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Parts;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Empties one of three partitions at a time, see {@link Parts}.
 *
 * <p>A primary key does not span partitions, yet an idempotency key has one effect:
 * <ol>
 * <li>Whoever stores an answer has looked the key up before, in the same transaction, and a statement locks the table that it reads until the transaction ends.
 * <li>The turn takes the exclusive lock of the table, so no transaction has looked up before the turn and stores after it.
 * <li>Two transactions that overlap therefore store in the same partition, where the primary key lets the first of them win.
 * <li>If they do not overlap, the second one finds the answer of the first, in whichever partition it is.
 * </ol>
 */
public final class PostgresExpiredAnswers implements ExpiredAnswers {

    private final Parts parts;

    public PostgresExpiredAnswers(DataSource dataSource) {
        this.parts = new Parts(Database.on(dataSource), IdempotencyRows.TABLE);
    }

    @Override
    public void remove(Instant now) {
        turn(now);
    }

    /** Answers whether it has turned. */
    boolean turn(Instant now) {
        return parts.turn(now, IdempotencyRecord.KEPT_FOR);
    }
}

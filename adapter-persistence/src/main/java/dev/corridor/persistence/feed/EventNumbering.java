package dev.corridor.persistence.feed;

import dev.corridor.persistence.Database;
import javax.sql.DataSource;

/**
 * How events are numbered: by the transaction that writes them, and within it by their order. So no number has to be handed out while others
 * wait for it, and whether anything below a number can still come to light is a question that PostgreSQL answers.
 */
public final class EventNumbering {

    /** How many events a transaction can number. With as many, the numbers of 2<sup>41</sup> transactions stay whole in JavaScript. */
    static final int PER_TRANSACTION = 4_096;

    /** By its key: the books plan without scans, and the only way to a table without a key is one. */
    private static final String ONE_ROW = " from event_numbering where only_one";

    /** The number of the first event of this transaction. */
    static final String FIRST_OF_THIS_TRANSACTION = "(select first_sequence + pg_current_xact_id()::text::bigint * " + PER_TRANSACTION
            + ONE_ROW + ")";

    /** Every transaction that is numbered below has ended. */
    static final String HORIZON = "select first_sequence + pg_snapshot_xmin(pg_current_snapshot())::text::bigint * " + PER_TRANSACTION
            + ONE_ROW;

    private static final String GO_ON_ABOVE_ALL_BEFORE =
            """
            update event_numbering
            set cluster = here.system_identifier, first_sequence = greatest(first_sequence, %d + (
                select greatest((select max(sequence) from events), (select max(last_sequence) from forgotten_events), 0))
                - pg_current_xact_id()::text::bigint * %1$d)
            from pg_control_system() as here
            where cluster <> here.system_identifier
            """
                    .formatted(PER_TRANSACTION);

    private EventNumbering() {}

    /** Sees to it that numbers go on where they ended, should the database have come to another cluster. To be called before anything is written. */
    public static void goOn(DataSource owner) {
        Database.on(owner).useHandle(handle -> handle.execute(GO_ON_ABOVE_ALL_BEFORE));
    }
}

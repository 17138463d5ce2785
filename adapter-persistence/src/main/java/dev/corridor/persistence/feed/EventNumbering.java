package dev.corridor.persistence.feed;

import dev.corridor.persistence.Database;
import javax.sql.DataSource;

/**
 * Events are numbered by the id of the transaction that writes them, and by their order within it. So no sequence serializes the writers,
 * and PostgreSQL's snapshots tell the horizon below which no event can still appear.
 */
public final class EventNumbering {

    /** The most events per transaction. With 4,096, the sequences of 2<sup>51</sup> transactions fit a {@code long}. */
    public static final int PER_TRANSACTION = 4_096;

    /** By primary key: the books plan without sequential scans, and a table without a key offers nothing else. */
    private static final String ONE_ROW = " from event_numbering where only_one";

    public static final String FIRST_OF_THIS_TRANSACTION = "(select first_sequence + pg_current_xact_id()::text::bigint * " + PER_TRANSACTION
            + ONE_ROW + ")";

    /** The horizon: every transaction with lower numbers has ended. */
    static final String HORIZON = "select first_sequence + pg_snapshot_xmin(pg_current_snapshot())::text::bigint * " + PER_TRANSACTION
            + ONE_ROW;

    private static final String GO_ON_ABOVE_ALL_BEFORE = """
            update event_numbering
            set cluster = here.system_identifier, first_sequence = greatest(first_sequence, %d + (
                select greatest((select max(sequence + cardinality(subject_ids) - 1) from events), (select max(last_sequence) from forgotten_events), 0))
                - pg_current_xact_id()::text::bigint * %1$d)
            from pg_control_system() as here
            where cluster <> here.system_identifier
            """
            .formatted(PER_TRANSACTION);

    private static final String IS_OF_THIS_SERVER = "select cluster = system_identifier from event_numbering, pg_control_system() where only_one";

    private EventNumbering() {}

    public static boolean isOfThisServer(DataSource anybody) {
        return Database.on(anybody).withHandle(handle -> handle.createQuery(IS_OF_THIS_SERVER).mapTo(Boolean.class).one());
    }

    /** Continues above all existing numbers if the database was moved to another cluster. Call before anything is written. */
    public static void goOn(DataSource owner) {
        Database.on(owner).useHandle(handle -> handle.execute(GO_ON_ABOVE_ALL_BEFORE));
    }
}

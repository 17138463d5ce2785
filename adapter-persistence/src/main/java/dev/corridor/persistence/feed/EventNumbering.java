package dev.corridor.persistence.feed;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DatabaseFunction;
import dev.corridor.persistence.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * Events are numbered by the id of the transaction that writes them, and by their order within it. So no sequence serializes the writers,
 * and PostgreSQL's snapshots tell the horizon below which no event can still appear. Both are told by the server that has the organization's rows, in a
 * {@link DatabaseFunction}: where tables are distributed, there are several.
 */
public final class EventNumbering {

    /** The most events per transaction. With 4,096, the sequences of 2<sup>51</sup> transactions fit a {@code long}. */
    public static final int PER_TRANSACTION = 4_096;

    /** By primary key: the books plan without sequential scans, and a table without a key offers nothing else. */
    private static final String ONE_ROW = " from event_numbering where only_one";

    public static final String FIRST_OF_THIS_TRANSACTION = "(select first_sequence + pg_current_xact_id()::text::bigint * " + PER_TRANSACTION
            + ONE_ROW + ")";

    /** An expression of a query that has {@code event_numbering}: every transaction with lower numbers has ended. */
    public static final String HORIZON = "(first_sequence + pg_snapshot_xmin(pg_current_snapshot())::text::bigint * " + PER_TRANSACTION + ")";

    private static final Statement SELECT_HORIZON = Statement.of("select " + HORIZON + " as horizon" + ONE_ROW);

    /** On the node that has the organization's events, which has numbered them. */
    public static final DatabaseFunction READ_HORIZON = DatabaseFunction.named("event_horizon").query(SELECT_HORIZON).build();

    /** Of all events, forgotten ones included. */
    private static final String LAST = """
            (select greatest((select max(sequence + cardinality(subject_ids) - 1) from events), (select max(last_sequence) from forgotten_events), 0))
            """;

    private static final String GO_ON_ABOVE_ALL_BEFORE = """
            update event_numbering
            set cluster = here.system_identifier, first_sequence = greatest(first_sequence, %1$d + %2$s - pg_current_xact_id()::text::bigint * %1$d)
            from pg_control_system() as here
            where cluster <> here.system_identifier
            """
            .formatted(PER_TRANSACTION, LAST);

    /** Whatever the number of a node's next transaction is. */
    private static final String GO_ON_ON_ALL_NODES = "update event_numbering set first_sequence = greatest(first_sequence, 1 + " + LAST + ")";

    private static final String IS_OF_THIS_SERVER = "select cluster = system_identifier from event_numbering, pg_control_system() where only_one";

    private static final String RANGES = """
            create temporary table moved_ranges on commit drop as
            select range, row_number() over (order by range) - 1 as place
            from (
                select (sequence - :numbering) / %1$d as range from events where organization_id = :organization
                union
                select (sequence - :numbering) / %1$d from webhook_messages where organization_id = :organization and sequence is not null
                union
                select (sequence - :numbering) / %1$d from webhook_deliveries where organization_id = :organization and sequence > 0) as old
            """
            .formatted(PER_TRANSACTION);

    private static final String HAS_ROOM = "select %s > (select count(*) from moved_ranges) * %d".formatted(FIRST_OF_THIS_TRANSACTION,
            PER_TRANSACTION);

    /** Two steps where a number is unique: no new number meets an old one that is not yet changed. */
    private static final List<String> RENUMBER = List.of(
            "create unique index on moved_ranges (range)",
            """
            create function pg_temp.renumbered(old bigint) returns bigint language sql stable strict as $$
              select %1$s - (select count(*) from moved_ranges) * %2$d + coalesce(
                (select place * %2$d + (old - :numbering) %% %2$d from moved_ranges where range = (old - :numbering) / %2$d),
                (select count(*) from moved_ranges where range < (old - :numbering) / %2$d) * %2$d)
            $$
            """
                    .formatted(FIRST_OF_THIS_TRANSACTION, PER_TRANSACTION),
            "update events set sequence = -pg_temp.renumbered(sequence) where organization_id = :organization",
            "update events set sequence = -sequence where organization_id = :organization",
            "update forgotten_events set last_sequence = pg_temp.renumbered(last_sequence + 1) - 1 where organization_id = :organization",
            "update webhook_messages set sequence = -pg_temp.renumbered(sequence) where organization_id = :organization and sequence is not null",
            "update webhook_messages set sequence = -sequence where organization_id = :organization and sequence is not null",
            "update webhook_deliveries set sequence = pg_temp.renumbered(sequence) where organization_id = :organization and sequence > 0",
            """
            update webhook_lanes
            set cursor = pg_temp.renumbered(cursor), replay_position = pg_temp.renumbered(replay_position), replay_end = pg_temp.renumbered(replay_end)
            where organization_id = :organization
            """,
            "drop function pg_temp.renumbered(bigint)");

    private EventNumbering() {}

    static long horizon(OrganizationId organization, Handle handle) {
        var found = new ArrayList<Long>(1);
        var call = READ_HORIZON.call(organization);
        call.query(SELECT_HORIZON, (row, context) -> row.getLong("horizon"), found::add);
        call.pipeline().run(handle);
        return found.getFirst();
    }

    public static boolean isOfThisServer(DataSource anybody) {
        return Database.on(anybody).withHandle(handle -> handle.createQuery(IS_OF_THIS_SERVER).mapTo(Boolean.class).one());
    }

    /** Continues above all existing numbers if the database was moved to another cluster. Call before anything is written. */
    public static void goOn(DataSource owner) {
        Database.on(owner).useHandle(handle -> handle.execute(GO_ON_ABOVE_ALL_BEFORE));
    }

    /** Continues above all existing numbers on each node of an engine that distributes tables. Call while nothing is written. */
    public static void goOnOnAllNodes(Handle owner) {
        owner.execute(GO_ON_ON_ALL_NODES);
    }

    /**
     * Numbers the events of an organization that has come from another database, with what points to them, so that all are below what is written here from now
     * on. Each transaction keeps a range of its own, in the same order, without the gaps between: clients count events, and see no difference.
     *
     * @param numbering what its transactions' numbers leave when they are divided by {@link #PER_TRANSACTION}
     * @return whether there is room for them; otherwise nothing was numbered
     */
    public static boolean renumber(OrganizationId organization, long numbering, Handle handle) {
        UnaryOperator<String> filled = statement -> statement
                .replace(":organization", "'" + organization.uuid() + "'").replace(":numbering", Long.toString(numbering));
        handle.execute(filled.apply(RANGES));
        boolean hasRoom = handle.createQuery(HAS_ROOM).mapTo(Boolean.class).one();
        if (hasRoom) {
            RENUMBER.forEach(statement -> handle.execute(filled.apply(statement)));
        }
        return hasRoom;
    }
}

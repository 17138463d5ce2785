package dev.corridor.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * The three partitions of a table whose rows are forgotten after some time. They take turns: one takes in new rows, the two others have the older ones, and
 * all are read. When the one that takes in has done so for half of that time, everything in the oldest one is forgotten. It is emptied and takes in what
 * comes next.
 *
 * <p>A turn takes the exclusive lock of the table for a moment, so no transaction has read the table before a turn and writes to it after the turn. The
 * lock is given up after 20 milliseconds, and the next call tries again. Until then rows go on to be written where they are.
 *
 * <p>What is emptied has no row that is still remembered: the rows themselves are asked, not a clock.
 */
public final class Parts {

    private static final int COUNT = 3;

    private final Jdbi jdbi;
    private final String table;

    public Parts(Jdbi jdbi, String table) {
        this.jdbi = jdbi;
        this.table = table;
    }

    /** The partition that takes in, for the column {@code part} of new rows. */
    public static String takingIn(String table) {
        return "(select current_part from parts where series = '" + table + "')";
    }

    /**
     * A select of each partition, put together; {@code :part} in it is the partition. With an order and a limit each reads as many rows of its index as it
     * answers. Of one select over all partitions the planner makes a sort of everything.
     */
    public static String each(String select) {
        return IntStream.range(0, COUNT).mapToObj(part -> of(part, select)).collect(Collectors.joining(")\nunion all\n(", "(", ")"));
    }

    /** A select of one partition, which the plan then knows. */
    public static String of(int part, String select) {
        return select.replace(":part", Integer.toString(part));
    }

    /** The partition that the next turn empties, if it is time. */
    public OptionalInt toEmpty(Instant now, Duration kept) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("select part_to_empty(:table, :before, make_interval(secs => :turn))"), now, kept)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
    }

    /** Answers whether it has turned. */
    public boolean turn(Instant now, Duration kept) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("select turn_parts(:table, :before, make_interval(secs => :turn))"), now, kept)
                .mapTo(Boolean.class)
                .one());
    }

    private Query bind(Query query, Instant now, Duration kept) {
        return query.bind("table", table).bind("before", now.minus(kept)).bind("turn", kept.dividedBy(2).toSeconds());
    }
}

package dev.corridor.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * The partitions of a table that has one a day, in UTC. Two functions that the service may execute create a partition before its first row and drop it as a
 * whole. Neither waits for long: who dumps the database reads every table for hours.
 */
public final class DayPartitions {

    private static final String OLDEST = """
            select min(to_date(right(relname, 8), 'YYYYMMDD'))
            from pg_inherits
            join pg_class on pg_class.oid = inhrelid
            where inhparent = cast(:table as regclass)
            """;

    private final Jdbi jdbi;
    private final String table;

    /** The last day with partitions for itself and the next day. */
    private volatile LocalDate prepared = LocalDate.MIN;

    public DayPartitions(Jdbi jdbi, String table) {
        this.jdbi = jdbi;
        this.table = table;
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Call before rows of these moments are added. */
    public void prepare(Stream<Instant> moments) {
        moments.map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC)).distinct().forEach(this::prepare);
    }

    /** Includes the next day, so that nothing at midnight waits for its partition. */
    private void prepare(LocalDate day) {
        if (day.equals(prepared)) {
            return;
        }
        jdbi.useHandle(handle -> Stream.of(day, day.plusDays(1))
                .forEach(wanted -> handle.createQuery("select prepare_day(:table, :day)")
                        .bind("table", table)
                        .bind("day", wanted)
                        .mapTo(String.class)
                        .list()));
        prepared = day;
    }

    /** The oldest day, if it has ended by then. */
    public Optional<LocalDate> oldestBefore(Instant moment) {
        return jdbi.withHandle(handle -> handle.createQuery(OLDEST).bind("table", table).mapTo(LocalDate.class).findOne())
                .filter(day -> !startOf(day.plusDays(1)).isAfter(moment));
    }

    /** Answers whether it is dropped. Otherwise try again later: somebody has read the table for long. */
    public boolean drop(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("select drop_day(:table, :day)")
                .bind("table", table)
                .bind("day", day)
                .mapTo(Boolean.class)
                .one());
    }
}

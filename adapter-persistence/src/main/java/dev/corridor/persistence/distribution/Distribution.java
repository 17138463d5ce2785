package dev.corridor.persistence.distribution;

import dev.corridor.persistence.Database;
import dev.corridor.persistence.DatabaseFunction;
import dev.corridor.persistence.DatabaseFunctions;
import dev.corridor.persistence.feed.EventNumbering;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables of a database on their way to the nodes of an engine that has the functions and the catalogue of Citus. A table is moved with its rows, in a transaction of
 * its own; what has been moved stays so, and a further call goes on with the rest. The {@link DatabaseFunctions} follow: a call of one then runs on the node that has the
 * organization's rows.
 */
public final class Distribution {

    /** The engine's catalogue of tables, which an ordinary PostgreSQL does not have. */
    private static final String HAS_CATALOGUE = "select to_regclass('pg_dist_partition') is not null";

    private static final String MOVED = """
            select relname::text
            from pg_dist_partition
            join pg_class on pg_class.oid = logicalrelid
            where not relispartition
            """;

    private static final String ON_EACH_NODE = "select create_reference_table(cast(:table as regclass))";

    private static final String BY_ORGANIZATION = "select create_distributed_table(cast(:table as regclass), '" + Tables.KEY
            + "', colocate_with => :with)";

    /** Within a transaction, too. A call may touch nothing but the rows of its organization. */
    private static final String BY_THE_FIRST_PARAMETER = """
            select create_distributed_function(cast(:signature as regprocedure), '$1', colocate_with => :with, force_delegation => true)
            """;

    private static final String IS_DELEGATED = """
            select exists (
                select from pg_dist_object
                where classid = 'pg_proc'::regclass and objid = to_regprocedure(:signature) and distribution_argument_index is not null)
            """;

    /** Which node has which rows, in short. */
    private static final String PLACES = """
            select coalesce(md5(string_agg(shardid || '@' || groupid, ',' order by shardid, groupid)), '')
            from pg_dist_placement
            where shardstate = 1
            """;

    private static final String NOTE_PLACES = "update event_numbering set places = (" + PLACES + ")";

    private static final String HAVE_PLACES_CHANGED = "select places <> (" + PLACES + ") from event_numbering";

    /** The first of them has a group of its own, and the others join it. */
    private static final String WITH_NONE = "none";

    private final Jdbi jdbi;

    public Distribution(DataSource owner) {
        this.jdbi = Database.on(owner);
    }

    /** Whether the engine has the functions; an ordinary PostgreSQL has not. */
    public boolean isPossible() {
        return jdbi.withHandle(Distribution::hasCatalogue);
    }

    /** Whether a tenant table is distributed. */
    public boolean hasBegun() {
        return jdbi.withHandle(handle -> {
            var moved = moved(handle);
            return Tables.in(Place.TENANT).anyMatch(table -> moved.contains(table.name()));
        });
    }

    /** The tables and functions that are not where they belong, in the order in which they are moved there. */
    public List<String> missing() {
        return jdbi.withHandle(handle -> Stream.concat(
                missingTables(handle).stream().map(Table::name), missingFunctions(handle).stream().map(DatabaseFunction::name)).toList());
    }

    private static List<Table> missingTables(Handle handle) {
        var moved = moved(handle);
        return Tables.ALL.stream().filter(table -> table.place() != Place.LOCAL && !moved.contains(table.name())).toList();
    }

    private static List<DatabaseFunction> missingFunctions(Handle handle) {
        return hasCatalogue(handle)
                ? DatabaseFunctions.ALL.stream().filter(function -> !isDelegated(function, handle)).toList()
                : DatabaseFunctions.ALL;
    }

    private static boolean isDelegated(DatabaseFunction function, Handle handle) {
        return handle.createQuery(IS_DELEGATED).bind("signature", function.signature()).mapTo(Boolean.class).one();
    }

    /** Whether rows have gone to another node since {@link #complete}: there events get numbers that may be below those that they have. */
    public boolean haveRowsMoved() {
        return jdbi.withHandle(handle -> handle.createQuery(HAVE_PLACES_CHANGED).mapTo(Boolean.class).one());
    }

    /**
     * Moves what is missing, and has all nodes number their events above those that exist. The service must not run meanwhile.
     *
     * @param moved called with the name of each thing when it is where it belongs
     */
    public void complete(BiConsumer<String, Place> moved) {
        for (var table : jdbi.withHandle(Distribution::missingTables)) {
            jdbi.useHandle(handle -> move(table, handle));
            moved.accept(table.name(), table.place());
        }
        for (var function : jdbi.withHandle(Distribution::missingFunctions)) {
            jdbi.useHandle(handle -> handle.createQuery(BY_THE_FIRST_PARAMETER)
                    .bind("signature", function.signature())
                    .bind("with", first())
                    .mapTo(String.class)
                    .list());
            moved.accept(function.name(), Place.TENANT);
        }
        jdbi.useTransaction(handle -> {
            EventNumbering.goOnOnAllNodes(handle);
            handle.execute(NOTE_PLACES);
        });
    }

    private static String first() {
        return Tables.in(Place.TENANT).findFirst().orElseThrow().name();
    }

    private static void move(Table table, Handle handle) {
        switch (table.place()) {
            case GLOBAL -> handle.createQuery(ON_EACH_NODE).bind("table", table.name()).mapTo(String.class).list();
            case TENANT -> handle.createQuery(BY_ORGANIZATION)
                    .bind("table", table.name())
                    .bind("with", table.name().equals(first()) ? WITH_NONE : first())
                    .mapTo(String.class)
                    .list();
            case LOCAL -> throw new IllegalArgumentException(table.name() + " stays where it is");
        }
    }

    private static Set<String> moved(Handle handle) {
        return hasCatalogue(handle) ? handle.createQuery(MOVED).mapTo(String.class).set() : Set.of();
    }

    private static boolean hasCatalogue(Handle handle) {
        return handle.createQuery(HAS_CATALOGUE).mapTo(Boolean.class).one();
    }
}

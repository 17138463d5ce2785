package dev.corridor.persistence.distribution;

import dev.corridor.persistence.Database;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables of a database on their way to the nodes of an engine that has the functions and the catalogue of Citus. A table is moved with its rows, in a transaction of
 * its own; what has been moved stays so, and a further call goes on with the rest.
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

    /** What is not where it belongs, in the order in which it is moved there. */
    public List<Table> missing() {
        return jdbi.withHandle(handle -> {
            var moved = moved(handle);
            return Tables.ALL.stream().filter(table -> table.place() != Place.LOCAL && !moved.contains(table.name())).toList();
        });
    }

    /**
     * Moves what is missing. The service must not run meanwhile.
     *
     * @param moved called with each table when it is where it belongs
     */
    public void complete(Consumer<Table> moved) {
        for (var table : missing()) {
            jdbi.useHandle(handle -> move(table, handle));
            moved.accept(table);
        }
    }

    private static void move(Table table, Handle handle) {
        switch (table.place()) {
            case GLOBAL -> handle.createQuery(ON_EACH_NODE).bind("table", table.name()).mapTo(String.class).list();
            case TENANT -> {
                var first = Tables.in(Place.TENANT).findFirst().orElseThrow().name();
                handle.createQuery(BY_ORGANIZATION)
                        .bind("table", table.name())
                        .bind("with", table.name().equals(first) ? WITH_NONE : first)
                        .mapTo(String.class)
                        .list();
            }
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
